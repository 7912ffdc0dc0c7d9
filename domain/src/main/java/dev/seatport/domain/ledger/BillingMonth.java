package dev.seatport.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Calendar month that is billed.
 *
 * @param month the month
 * @param zone the time zone of the partner, in which its days begin and end
 */
public record BillingMonth(YearMonth month, ZoneId zone) {
    public BillingMonth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(zone, "zone");
    }

    /** Returns the first instant of the month. */
    public Instant start() {
        return startOf(month.atDay(1));
    }

    /** Returns the first instant of the next month. */
    public Instant end() {
        return startOf(month.plusMonths(1).atDay(1));
    }

    /** Returns the last instant of the month. */
    public Instant lastInstant() {
        return end().minusNanos(1);
    }

    /** Returns the last instant of a day. */
    Instant lastInstantOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusNanos(1);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Returns whether an instant is in the month. */
    public boolean contains(Instant instant) {
        return YearMonth.from(dateOf(instant)).equals(month);
    }

    /** Returns the date of an instant in the partner's time zone. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Returns the days of the month, in order. */
    public Stream<LocalDate> days() {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1));
    }

    /** Returns the month before. */
    public BillingMonth previous() {
        return new BillingMonth(month.minusMonths(1), zone);
    }
}
