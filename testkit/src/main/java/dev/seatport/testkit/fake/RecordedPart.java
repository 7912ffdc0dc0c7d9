package dev.seatport.testkit.fake;

import dev.seatport.ports.ledger.LedgerReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All readings of one part of an account, in the order in which they were recorded. Guarded by the lock of the ledger. */
final class RecordedPart {
    final LedgerPart key;
    private final List<RecordedItem> items = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Long> completeRuns = new HashSet<>();

    /**
     * Reading of the part.
     *
     * @param at the time at which it took effect
     * @param reading {@code null} if the customer or tenant of the part was gone: earlier readings are not valid after it
     */
    record Entry(Instant at, RecordedRun run, @Nullable LedgerReading reading) {}

    RecordedPart(LedgerPart key) {
        this.key = key;
    }

    /**
     * Records a reading, unless the run has recorded the part at the same or a later time. A complete reading replaces a failure of the
     * same run; a failure does not replace a complete reading.
     *
     * @return the time at which the reading took effect; empty if it was not recorded
     */
    Optional<Instant> record(LedgerReading reading, RecordedRun run) {
        boolean complete = isComplete(reading);
        LedgerReading previous = lastReadingOf(run);
        if (previous != null && !(complete && !isComplete(previous))) {
            boolean failsAfterSuccess = !complete && isComplete(previous);
            if (failsAfterSuccess || !reading.at().isAfter(previous.at())) {
                return Optional.empty();
            }
        }
        if (complete) {
            completeRuns.add(run.id());
        }
        return Optional.of(add(run.effective(reading.at()), run, reading));
    }

    RecordedItem add(RecordedItem item) {
        items.add(item);
        return item;
    }

    List<RecordedItem> items() {
        return items;
    }

    /** Records that the customer or tenant of the part was gone. */
    void withdraw(Instant at, RecordedRun run) {
        add(at, run, null);
    }

    private Instant add(Instant at, RecordedRun run, @Nullable LedgerReading reading) {
        Instant effective = entries.isEmpty() ? at : RecordedRun.later(at, entries.get(entries.size() - 1).at);
        entries.add(new Entry(effective, run, reading));
        return effective;
    }

    private @Nullable LedgerReading lastReadingOf(RecordedRun run) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.run == run && entry.reading != null) {
                return entry.reading;
            }
        }
        return null;
    }

    /** Returns the last reading at a moment; empty if the part was not requested until then. */
    Optional<Entry> at(Instant moment) {
        Entry last = null;
        for (Entry entry : entries) {
            if (!entry.at.isAfter(moment)) {
                last = entry;
            }
        }
        return Optional.ofNullable(last);
    }

    boolean isCompleteIn(RecordedRun run) {
        return completeRuns.contains(run.id());
    }

    boolean isCompleteAfter(RecordedRun run) {
        return completeRuns.stream().anyMatch(id -> id > run.id());
    }

    /** Returns the time of the run's last reading. */
    Instant lastAt(RecordedRun run) {
        return entries.stream()
                .filter(entry -> entry.run == run)
                .map(Entry::at)
                .reduce(run.started, (one, other) -> other);
    }

    static boolean isComplete(LedgerReading reading) {
        return reading.failure() == null || RecordedRows.isProductNotFound(reading);
    }
}
