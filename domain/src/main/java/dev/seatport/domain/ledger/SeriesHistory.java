package dev.seatport.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Values of one count over time.
 *
 * @param series the count
 * @param names the names of the item
 * @param intervals the values in order of time, without overlap
 * @param unread the start of each run of the vendor's account that did not read this count while it had a value, in order of time. A run
 *     without a failure is one of them if it did not request the count
 */
public record SeriesHistory(CountSeries series, ItemNames names, List<CountInterval> intervals, List<Instant> unread) {
    public SeriesHistory {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(names, "names");
        intervals = List.copyOf(intervals);
        unread = List.copyOf(unread);
        for (int i = 1; i < intervals.size(); i++) {
            Instant until = intervals.get(i - 1).until();
            if (until == null || until.isAfter(intervals.get(i).since())) {
                throw new IllegalArgumentException("the intervals of a history must be in order and must not overlap");
            }
        }
    }

    /**
     * Returns the interval in force at a moment.
     *
     * @return empty if the count was not recorded yet
     */
    public Optional<CountInterval> at(Instant moment) {
        return intervals.stream()
                .filter(interval -> interval.isInForceAt(moment))
                .findFirst();
    }
}
