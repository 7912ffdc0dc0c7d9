package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.AccountRuns;
import dev.seatport.domain.ledger.BilledQuantity;
import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.ledger.TrueUpLine;
import dev.seatport.ports.ledger.StatementHeader;
import dev.seatport.ports.ledger.TrueUpRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines of an open month, from one history after the other. Confined to the subscription. */
final class TrueUpCalculator {
    private final TrueUpRequest request;
    private final AccountTimeline timeline;
    private final Instant now;
    private final List<StatementHeader> closed;
    private final Map<LineKey, Optional<BigDecimal>> original = new HashMap<>();
    private final Map<LineKey, Optional<BigDecimal>> billedSoFar = new HashMap<>();
    private final Map<Vendor, AccountRuns> runs = new HashMap<>();
    private final List<TrueUpLine> lines = new ArrayList<>();
    private final List<TrueUpLine> corrections = new ArrayList<>();

    /** Line of a closed month. */
    private record LineKey(YearMonth month, String lineId) {}

    /**
     * Creates a calculator.
     *
     * @param closedMonths the lines of each month that was closed before, the earliest first
     */
    TrueUpCalculator(
            TrueUpRequest request,
            Map<StatementHeader, List<TrueUpLine>> closedMonths,
            AccountTimeline timeline,
            Instant now) {
        this.request = request;
        this.timeline = timeline;
        this.now = now;
        this.closed = List.copyOf(closedMonths.keySet());
        closedMonths.values().forEach(month -> month.forEach(this::addClosed));
    }

    /** A later correction of a line replaces its quantity and earlier corrections. */
    private void addClosed(TrueUpLine line) {
        TrueUpLine.Correction corrects = line.corrects();
        Optional<BigDecimal> quantity = Optional.ofNullable(line.billed().quantity());
        if (corrects == null) {
            original.put(new LineKey(line.month(), line.id()), quantity);
        }
        billedSoFar.put(
                corrects == null
                        ? new LineKey(line.month(), line.id())
                        : new LineKey(corrects.month(), corrects.lineId()),
                quantity);
    }

    void add(SeriesHistory history) {
        BillingMonth month = request.month();
        AccountRuns account = runs.computeIfAbsent(
                history.series().item().customer().vendor(), vendor -> timeline.runs(vendor, month.lastInstant(), now));
        BilledQuantity.of(history, month, request.basis(), account)
                .map(billed -> TrueUpLine.of(
                        month.month(), history.series(), history.names(), billed, previous(history, account)))
                .filter(line -> !isNothing(line))
                .ifPresent(lines::add);
        for (StatementHeader header : closed) {
            correction(history, header, account).ifPresent(corrections::add);
        }
    }

    /** A count that is surely 0 and was 0 needs no line. */
    private static boolean isNothing(TrueUpLine line) {
        return isZero(line.billed().quantity())
                && isZero(line.previous())
                && line.billed().unreadDays().isEmpty()
                && !line.billed().incomplete().contains(BilledQuantity.IncompleteReason.NOT_READ_IN_MONTH);
    }

    private static boolean isZero(@Nullable BigDecimal number) {
        return number != null && number.signum() == 0;
    }

    /** Returns the quantity that was billed for the month before, or the one in the ledger if that month is open. */
    private @Nullable BigDecimal previous(SeriesHistory history, AccountRuns account) {
        BillingMonth before = request.month().previous();
        for (StatementHeader header : closed) {
            if (header.month().month().equals(before.month())) {
                String id = TrueUpLine.id(history.series(), before.month(), header.basis());
                return original.getOrDefault(new LineKey(before.month(), id), Optional.of(BigDecimal.ZERO))
                        .orElse(null);
            }
        }
        Optional<BilledQuantity> billed = BilledQuantity.of(history, before, request.basis(), account);
        if (billed.isPresent()) {
            return billed.get().quantity();
        }
        return account.starts().isEmpty() || !account.starts().get(0).isBefore(before.end()) ? null : BigDecimal.ZERO;
    }

    private Optional<TrueUpLine> correction(SeriesHistory history, StatementHeader header, AccountRuns account) {
        YearMonth month = header.month().month();
        LineKey key = new LineKey(month, TrueUpLine.id(history.series(), month, header.basis()));
        Optional<BigDecimal> billed = billedSoFar.getOrDefault(key, Optional.of(BigDecimal.ZERO));
        return BilledQuantity.of(history, header.month(), header.basis(), account)
                .filter(now -> now.quantity() != null)
                .filter(now -> billed.isEmpty() || billed.get().compareTo(now.quantity()) != 0)
                .map(now -> TrueUpLine.correction(
                        request.month().month(), month, history.series(), history.names(), now, billed.orElse(null)));
    }

    /** Returns the lines of the month and then the corrections. */
    List<TrueUpLine> lines() {
        List<TrueUpLine> all = new ArrayList<>(lines);
        all.addAll(corrections);
        return all;
    }
}
