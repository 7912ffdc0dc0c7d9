package dev.seatport.domain.ledger;

import dev.seatport.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Line of the statement of a month: the quantity of one count, and the quantity that was billed before.
 *
 * @param id the id of the line. Lines of the same count, month and basis have the same id, so that a second import replaces the first
 * @param month the month whose statement has the line
 * @param series the count
 * @param names the names of the item
 * @param billed the quantity; of the corrected month, if the line corrects another one
 * @param previous the quantity of the month before, or the quantity billed so far for the corrected line. 0 if there was none;
 *     {@code null} if it is unknown
 * @param corrects the line of a closed month that this line corrects; {@code null} if it corrects none
 */
public record TrueUpLine(
        String id,
        YearMonth month,
        CountSeries series,
        ItemNames names,
        BilledQuantity billed,
        @Nullable BigDecimal previous,
        @Nullable Correction corrects) {
    private static final int ID_BYTES = 16;

    /**
     * Line that another line corrects.
     *
     * @param month the closed month
     * @param lineId the id of its line. The statement of the month has no such line if the count was not billed then
     */
    public record Correction(YearMonth month, String lineId) {}

    public TrueUpLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(billed, "billed");
    }

    /** Creates the line of a month. */
    public static TrueUpLine of(
            YearMonth month,
            CountSeries series,
            ItemNames names,
            BilledQuantity billed,
            @Nullable BigDecimal previous) {
        return new TrueUpLine(id(series, month, billed.basis(), null), month, series, names, billed, previous, null);
    }

    /**
     * Creates a line of an open month that corrects a closed one.
     *
     * @param open the month whose statement has the line
     * @param closed the corrected month
     * @param billed the quantity of the corrected month, as it is computed now
     * @param previous the quantity billed so far for the corrected month
     */
    public static TrueUpLine correction(
            YearMonth open,
            YearMonth closed,
            CountSeries series,
            ItemNames names,
            BilledQuantity billed,
            @Nullable BigDecimal previous) {
        Correction corrects = new Correction(closed, id(series, closed, billed.basis(), null));
        return new TrueUpLine(
                id(series, open, billed.basis(), corrects), open, series, names, billed, previous, corrects);
    }

    /**
     * Returns the quantity without the quantity billed before.
     *
     * @return empty if one of them is unknown
     */
    public Optional<BigDecimal> delta() {
        BigDecimal quantity = billed.quantity();
        return quantity == null || previous == null ? Optional.empty() : Optional.of(quantity.subtract(previous));
    }

    /** Hashes the ids, not the names, so that the id stays the same when a customer is renamed. */
    private static String id(CountSeries series, YearMonth month, BillingBasis basis, @Nullable Correction corrects) {
        LedgerItem item = series.item();
        TenantId tenant = item.tenant();
        StatementHash key = new StatementHash()
                .add(item.customer().vendor().name())
                .add(item.customer().canonical())
                .add(item.kind().label())
                .add(tenant == null ? "" : tenant.canonical())
                .add(item.code())
                .add(Integer.toString(item.row()))
                .add(series.metric().label())
                .add(month.toString())
                .add(basis.label());
        if (corrects != null) {
            key.add(corrects.lineId());
        }
        return HexFormat.of().formatHex(key.digest(), 0, ID_BYTES);
    }

    /**
     * Returns the id of the line of a count in a month.
     *
     * @see #of
     */
    public static String id(CountSeries series, YearMonth month, BillingBasis basis) {
        return id(series, month, basis, null);
    }
}
