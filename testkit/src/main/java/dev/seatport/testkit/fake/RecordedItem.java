package dev.seatport.testkit.fake;

import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of the counts of one item. An open value is in force until the next one. Guarded by the lock of the ledger. */
final class RecordedItem {
    final LedgerItem item;
    /** Order of the first recording. */
    final int number;

    final RecordedPart part;
    private final Map<CountMetric, List<Entry>> counts = new EnumMap<>(CountMetric.class);
    private @Nullable String name;

    /**
     * Value of a count since a moment.
     *
     * @param value {@code null} if the item was gone
     */
    record Entry(Instant since, RecordedRun run, @Nullable Quantity value, Provenance provenance) {}

    RecordedItem(LedgerItem item, int number, RecordedPart part) {
        this.item = item;
        this.number = number;
        this.part = part;
    }

    @Nullable
    String name() {
        return name;
    }

    Map<CountMetric, List<Entry>> counts() {
        return counts;
    }

    /** Records the row of a reading. A count that the row no longer has is unreported. */
    void record(RecordedRows.Row row, Instant at, RecordedRun run) {
        if (row.name() != null) {
            name = row.name();
        }
        row.counts().forEach((metric, value) -> record(metric, at, run, value, row.source()));
        counts.forEach((metric, entries) -> {
            if (!row.counts().containsKey(metric) && last(entries).value != null) {
                record(metric, at, run, Quantity.unreported(), row.source());
            }
        });
    }

    /** Records that the item was gone, unless it was gone before. */
    void gone(Instant at, RecordedRun run) {
        counts.keySet().forEach(metric -> {
            Provenance source =
                    new Provenance(item.customer().vendor(), part.key.dataset().label(), at, null);
            record(metric, at, run, null, source);
        });
    }

    private void record(CountMetric metric, Instant at, RecordedRun run, @Nullable Quantity value, Provenance source) {
        List<Entry> entries = counts.computeIfAbsent(metric, unused -> new ArrayList<>());
        Instant since = at;
        if (!entries.isEmpty()) {
            Entry last = last(entries);
            if (last.value == null ? value == null : last.value.equals(value)) {
                return;
            }
            since = RecordedRun.later(at, last.since);
        }
        Provenance effective = new Provenance(source.vendor(), source.operation(), since, source.correlationId());
        entries.add(new Entry(since, run, value, effective));
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }

    /** Returns whether the item is recorded and not gone. */
    boolean isInForce() {
        return counts.values().stream().anyMatch(entries -> last(entries).value != null);
    }

    /** Returns whether a run before this one recorded that the item is there, and no run since found it gone. */
    boolean isInForceSinceBefore(RecordedRun run) {
        return counts.values().stream()
                .map(RecordedItem::last)
                .anyMatch(entry -> entry.value != null && entry.run.id() < run.id());
    }

    /**
     * Returns the response with the latest change of a count in force at a moment.
     *
     * @return empty if the item was not recorded or gone
     */
    Optional<Provenance> provenanceAt(Instant moment) {
        return counts.values().stream()
                .flatMap(entries -> at(entries, moment).stream())
                .filter(entry -> entry.value != null)
                .map(Entry::provenance)
                .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one);
    }

    /** Returns whether the item was recorded before a moment and gone at the moment. */
    boolean isGoneAt(Instant moment) {
        List<Entry> entries = counts.values().stream()
                .flatMap(count -> at(count, moment).stream())
                .toList();
        return !entries.isEmpty() && entries.stream().allMatch(entry -> entry.value == null);
    }

    private static Optional<Entry> at(List<Entry> entries, Instant moment) {
        return entries.stream().filter(entry -> !entry.since.isAfter(moment)).reduce((one, other) -> other);
    }
}
