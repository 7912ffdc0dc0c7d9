package dev.seatport.sandbox;

import dev.seatport.sandbox.faults.PathKind;
import java.util.Map;

/**
 * What a sandbox has counted so far; a copy, which does not change.
 *
 * @param entries the counts by the kind of path; a kind that nobody asked for may be missing
 */
public record Ledger(Map<PathKind, LedgerEntry> entries) {
    /** Copies the entries. */
    public Ledger {
        entries = Map.copyOf(entries);
    }

    /** The counts of a kind of path. */
    public LedgerEntry of(PathKind kind) {
        return entries.getOrDefault(kind, LedgerEntry.NONE);
    }

    /** The sum of all kinds. */
    public LedgerEntry total() {
        return entries.values().stream().reduce(LedgerEntry.NONE, LedgerEntry::plus);
    }
}
