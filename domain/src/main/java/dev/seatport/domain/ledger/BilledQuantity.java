package dev.seatport.domain.ledger;

import dev.seatport.domain.seat.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Quantity of one count in a month.
 *
 * @param basis the rule by which the quantity was computed
 * @param quantity the quantity, 0 if the item was gone; {@code null} if a value that it needs is unreported. Two decimals if the basis is
 *     {@code DAY_WEIGHTED}, else none
 * @param effective the first day of the month on which the value was in force; the first of the month for {@code DAY_WEIGHTED}
 * @param observedFrom the first reading of the value; for {@code DAY_WEIGHTED}, of the value at the end of the month
 * @param observedTo the last reading of that value
 * @param incomplete the reasons why the quantity may be wrong; empty if it is complete
 * @param unreadDays the days of the month on which a run did not read the count, and no other run of the day read it
 */
public record BilledQuantity(
        BillingBasis basis,
        @Nullable BigDecimal quantity,
        LocalDate effective,
        Instant observedFrom,
        Instant observedTo,
        Set<IncompleteReason> incomplete,
        List<LocalDate> unreadDays) {
    private static final int DECIMALS = 2;

    /** Reason why a quantity may be wrong. */
    public enum IncompleteReason {
        /** On some days a run did not read the count. */
        UNREAD_DAYS("unread-days"),
        /** No run of the month read the count. */
        NOT_READ_IN_MONTH("not-read-in-month"),
        /** The month has not ended. */
        MONTH_NOT_ENDED("month-not-ended"),
        /** A value is unreported or unlimited. */
        UNREPORTED("unreported"),
        /** The first run of the account is later than the first day of the month. */
        RECORDED_LATER("recorded-later");

        private final String label;

        IncompleteReason(String label) {
            this.label = label;
        }

        /** Returns the name in reports. */
        public String label() {
            return label;
        }
    }

    public BilledQuantity {
        Objects.requireNonNull(basis, "basis");
        incomplete = incomplete.isEmpty() ? Set.of() : Set.copyOf(incomplete);
        unreadDays = List.copyOf(unreadDays);
    }

    /** Returns whether the quantity can be relied on. */
    public boolean isComplete() {
        return incomplete.isEmpty();
    }

    /**
     * Computes the quantity of a month. A value stays in force until the first reading of the next one, also if runs between did not read
     * it.
     *
     * @param history the values of the count; must have all intervals of the month
     * @param runs the runs of the count's account; must have all runs of the month
     * @return empty if the count was not recorded until the end of the month
     */
    public static Optional<BilledQuantity> of(
            SeriesHistory history, BillingMonth month, BillingBasis basis, AccountRuns runs) {
        return history.at(month.lastInstant()).map(closing -> of(history, closing, month, basis, runs));
    }

    private static BilledQuantity of(
            SeriesHistory history, CountInterval closing, BillingMonth month, BillingBasis basis, AccountRuns runs) {
        List<CountInterval> inForce = inForceIn(history, month);
        CountInterval evidence = basis == BillingBasis.PEAK ? highest(inForce) : closing;
        BigDecimal quantity = basis == BillingBasis.DAY_WEIGHTED
                ? dayWeighted(history, month).orElse(null)
                : number(evidence).orElse(null);
        List<LocalDate> unreadDays = runs.unreadDays(history, month.zone()).stream()
                .filter(day -> YearMonth.from(day).equals(month.month()))
                .toList();
        Set<IncompleteReason> incomplete = EnumSet.noneOf(IncompleteReason.class);
        if (!unreadDays.isEmpty()) {
            incomplete.add(IncompleteReason.UNREAD_DAYS);
        }
        if (runs.isUnreadIn(history, month)) {
            incomplete.add(IncompleteReason.NOT_READ_IN_MONTH);
        }
        if (runs.until().isBefore(month.end())) {
            incomplete.add(IncompleteReason.MONTH_NOT_ENDED);
        }
        if (quantity == null) {
            incomplete.add(IncompleteReason.UNREPORTED);
        }
        if (basis != BillingBasis.AT_CLOSE && runs.beginAfterFirstDayOf(month)) {
            incomplete.add(IncompleteReason.RECORDED_LATER);
        }
        LocalDate first = month.month().atDay(1);
        LocalDate since = month.dateOf(evidence.since());
        boolean wholeMonth = basis == BillingBasis.DAY_WEIGHTED || since.isBefore(first);
        return new BilledQuantity(
                basis,
                quantity,
                wholeMonth ? first : since,
                evidence.since(),
                evidence.lastRead(),
                incomplete,
                unreadDays);
    }

    private static List<CountInterval> inForceIn(SeriesHistory history, BillingMonth month) {
        return history.intervals().stream()
                .filter(interval -> interval.since().isBefore(month.end()))
                .filter(interval -> interval.until() == null
                        || (interval.until().isAfter(month.start())
                                && interval.until().isAfter(interval.since())))
                .toList();
    }

    /** Returns the earliest interval with the highest value, or the first one without a number: it may be higher. */
    private static CountInterval highest(List<CountInterval> inForce) {
        return inForce.stream()
                .filter(interval -> number(interval).isEmpty())
                .findFirst()
                .orElseGet(() -> inForce.stream()
                        .max(Comparator.comparing((CountInterval interval) ->
                                        number(interval).orElseThrow())
                                .thenComparing(Comparator.comparing(CountInterval::since)
                                        .reversed()))
                        .orElseThrow());
    }

    private static Optional<BigDecimal> dayWeighted(SeriesHistory history, BillingMonth month) {
        List<Optional<BigDecimal>> numbers = month.days()
                .map(day -> history.at(month.lastInstantOf(day))
                        .map(BilledQuantity::number)
                        .orElse(Optional.of(BigDecimal.ZERO)))
                .toList();
        if (numbers.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        BigDecimal sum = numbers.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.divide(BigDecimal.valueOf(numbers.size()), DECIMALS, RoundingMode.HALF_UP));
    }

    /** Returns the number of an interval, 0 if the item was gone; empty if the value is no number. */
    private static Optional<BigDecimal> number(CountInterval interval) {
        Quantity value = interval.value();
        if (value == null) {
            return Optional.of(BigDecimal.ZERO);
        }
        return value.count().isPresent()
                ? Optional.of(BigDecimal.valueOf(value.count().getAsLong()))
                : Optional.empty();
    }
}
