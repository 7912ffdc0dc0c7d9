package dev.seatport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrueUpLineTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final LedgerItem SKU = new LedgerItem(
            new CustomerId(HistoryBuilder.VENDOR, "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}"),
            LedgerItem.Kind.SKU,
            new TenantId("6FD2C87FB29642F0B1971E91E994B900"),
            "sku",
            0);

    private static BilledQuantity billed(BillingBasis basis, @Nullable String quantity) {
        return new BilledQuantity(
                basis,
                quantity == null ? null : new BigDecimal(quantity),
                LocalDate.of(2026, 11, 1),
                Instant.EPOCH,
                Instant.EPOCH,
                Set.of(),
                List.of());
    }

    private static TrueUpLine line(LedgerItem item, CountMetric metric, YearMonth month, BillingBasis basis) {
        return TrueUpLine.of(
                month, new CountSeries(item, metric), ItemNames.none(), billed(basis, "5"), BigDecimal.ONE);
    }

    private static TrueUpLine line(LedgerItem item) {
        return line(item, CountMetric.PURCHASED, NOVEMBER, BillingBasis.AT_CLOSE);
    }

    @Test
    void theDeltaIsTheQuantityWithoutThePreviousOne() {
        assertThat(delta("7", "5")).isEqualTo("2");
        assertThat(delta("0", "5")).isEqualTo("-5");
        assertThat(delta("13.50", "10.25")).isEqualTo("3.25");
        assertThat(delta("5", null)).isEqualTo("unknown");
        assertThat(delta(null, "5")).isEqualTo("unknown");
    }

    private static String delta(@Nullable String quantity, @Nullable String previous) {
        return TrueUpLine.of(
                        NOVEMBER,
                        HistoryBuilder.SERIES,
                        ItemNames.none(),
                        billed(BillingBasis.AT_CLOSE, quantity),
                        previous == null ? null : new BigDecimal(previous))
                .delta()
                .map(BigDecimal::toString)
                .orElse("unknown");
    }

    @Test
    void theIdIsTheSameForTheSameCountMonthAndBasis() {
        LedgerItem otherSpelling = new LedgerItem(
                new CustomerId(HistoryBuilder.VENDOR, "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
                LedgerItem.Kind.SKU,
                new TenantId("6fd2c87f-b296-42f0-b197-1e91e994b900"),
                "sku",
                0);
        TrueUpLine renamed = TrueUpLine.of(
                NOVEMBER,
                new CountSeries(SKU, CountMetric.PURCHASED),
                new ItemNames("New name", "Tenant", "Plan"),
                billed(BillingBasis.AT_CLOSE, "99"),
                null);

        assertThat(line(SKU).id()).isEqualTo(line(otherSpelling).id()).isEqualTo(renamed.id());
        assertThat(line(SKU).id())
                .as("an id in the books of a customer never changes")
                .matches("[0-9a-f]{32}");
    }

    /** The value was computed with another implementation of SHA-256, of the text in the comment. */
    @Test
    void theIdIsAHashOfTheIds() {
        // 4:acme4:cafe7:product0:4:20481:09:purchased7:2026-118:at-close
        assertThat(line(HistoryBuilder.PRODUCT).id()).isEqualTo("2b49992611e53d698efd860577f8e1bf");
    }

    @Test
    void theIdDiffersForEachPartOfTheIdentity() {
        CustomerId cafe = SKU.customer();
        TenantId tenant = SKU.tenant();
        assertThat(Stream.of(
                                line(SKU),
                                line(new LedgerItem(
                                        new CustomerId(new Vendor("other"), cafe.value()),
                                        LedgerItem.Kind.SKU,
                                        tenant,
                                        "sku",
                                        0)),
                                line(new LedgerItem(
                                        new CustomerId(cafe.vendor(), "bakery"),
                                        LedgerItem.Kind.SKU,
                                        tenant,
                                        "sku",
                                        0)),
                                line(new LedgerItem(cafe, LedgerItem.Kind.TENANT, tenant, "sku", 0)),
                                line(new LedgerItem(cafe, LedgerItem.Kind.SKU, new TenantId("t"), "sku", 0)),
                                line(new LedgerItem(cafe, LedgerItem.Kind.SKU, null, "sku", 0)),
                                line(new LedgerItem(cafe, LedgerItem.Kind.SKU, tenant, "sku-2", 0)),
                                line(new LedgerItem(cafe, LedgerItem.Kind.SKU, tenant, "sku", 1)),
                                line(SKU, CountMetric.ASSIGNED, NOVEMBER, BillingBasis.AT_CLOSE),
                                line(SKU, CountMetric.PURCHASED, DECEMBER, BillingBasis.AT_CLOSE),
                                line(SKU, CountMetric.PURCHASED, NOVEMBER, BillingBasis.PEAK))
                        .map(TrueUpLine::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCorrectionNamesTheLineItCorrects() {
        TrueUpLine closed = line(SKU);

        TrueUpLine correction = TrueUpLine.correction(
                DECEMBER,
                NOVEMBER,
                closed.series(),
                closed.names(),
                billed(BillingBasis.AT_CLOSE, "3"),
                new BigDecimal(5));

        assertThat(correction.month()).isEqualTo(DECEMBER);
        assertThat(correction.corrects()).isEqualTo(new TrueUpLine.Correction(NOVEMBER, closed.id()));
        assertThat(correction.delta()).contains(new BigDecimal(-2));
        assertThat(correction.id())
                .isNotEqualTo(closed.id())
                .isNotEqualTo(line(SKU, CountMetric.PURCHASED, DECEMBER, BillingBasis.AT_CLOSE)
                        .id());
        assertThat(closed.corrects()).isNull();
    }
}
