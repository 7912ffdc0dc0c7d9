package dev.seatport.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs of one account of a vendor.
 *
 * @param starts the start of each run, in order of time
 * @param until the time until which all runs are listed
 */
public record AccountRuns(List<Instant> starts, Instant until) {
    public AccountRuns {
        starts = List.copyOf(starts);
    }

    /** Returns the days of a month on which no run started, until the end of the list of runs. */
    public List<LocalDate> daysWithoutRun(BillingMonth month) {
        LocalDate last = month.dateOf(until);
        return month.days()
                .filter(day -> !day.isAfter(last))
                .filter(day -> starts.stream().map(month::dateOf).noneMatch(day::equals))
                .toList();
    }

    /** Returns whether the first run is of a later day than the first of the month, so that the values before it are unknown. */
    public boolean beginAfterFirstDayOf(BillingMonth month) {
        return starts.isEmpty()
                || month.dateOf(starts.get(0)).isAfter(month.month().atDay(1));
    }

    /** Returns the days on which a run did not read a count, and no other run of the day read it. */
    public List<LocalDate> unreadDays(SeriesHistory history, ZoneId zone) {
        if (history.unread().isEmpty()) {
            return List.of();
        }
        Map<LocalDate, Long> unread = byDay(history.unread(), zone);
        Map<LocalDate, Long> all = byDay(starts, zone);
        return unread.entrySet().stream()
                .filter(day -> all.getOrDefault(day.getKey(), 0L) <= day.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<LocalDate, Long> byDay(List<Instant> instants, ZoneId zone) {
        return instants.stream()
                .collect(Collectors.groupingBy(
                        instant -> instant.atZone(zone).toLocalDate(), TreeMap::new, Collectors.counting()));
    }

    /** Returns whether no run of a month read a count. */
    boolean isUnreadIn(SeriesHistory history, BillingMonth month) {
        long runs = starts.stream().filter(month::contains).count();
        long unread = history.unread().stream().filter(month::contains).count();
        // A run of the last night of a month may read the count in the next month.
        return runs <= unread
                && history.intervals().stream().map(CountInterval::since).noneMatch(month::contains);
    }
}
