package dev.seatport.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns each change of the count after {@code from} and until {@code to}, in order of time. A change that was undone in that time
     * is two changes.
     */
    public List<SeatChange> changes(Instant from, Instant to) {
        List<SeatChange> changes = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            CountInterval after = intervals.get(i);
            if (after.since().isAfter(from) && !after.since().isAfter(to)) {
                change(i == 0 ? null : intervals.get(i - 1), after).ifPresent(changes::add);
            }
        }
        return List.copyOf(changes);
    }

    /**
     * Returns the difference between the values in force at two moments.
     *
     * @return empty if the values are equal, or if the count had no value at both moments
     */
    public Optional<SeatChange> netChange(Instant from, Instant to) {
        return at(to).flatMap(after -> change(at(from).orElse(null), after));
    }

    /**
     * Returns the time since the last reading of the value in force at a moment.
     *
     * @return zero if the value was read at or after the moment; empty if the count was not recorded yet or gone
     */
    public Optional<Duration> ageAt(Instant moment) {
        return at(moment)
                .filter(interval -> !interval.isGone())
                .map(interval -> interval.lastRead().isBefore(moment)
                        ? Duration.between(interval.lastRead(), moment)
                        : Duration.ZERO);
    }

    private Optional<SeatChange> change(@Nullable CountInterval before, CountInterval after) {
        return SeatChange.Kind.of(before == null ? null : before.value(), after.value())
                .map(kind -> new SeatChange(kind, series, names, before, after, isUnreadBetween(before, after)));
    }

    private boolean isUnreadBetween(@Nullable CountInterval before, CountInterval after) {
        return before != null
                && unread.stream().anyMatch(run -> !run.isBefore(before.lastRead()) && run.isBefore(after.since()));
    }
}
