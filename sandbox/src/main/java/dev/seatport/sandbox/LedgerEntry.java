package dev.seatport.sandbox;

import dev.seatport.sandbox.faults.FaultKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted of the requests of a kind.
 *
 * @param received how many arrived whole, or were refused for their size
 * @param good how many were answered well: a status of 200 to 299 and the vendor's own document, whole, edited by a fault or not. It
 *     counts when the last of it is handed to the connection, which is not yet proof that the client read it. An error that a switch
 *     orders with such a status counts too
 * @param rows how many rows these answers held; an object that is no list (one customer, a product's seats) is one, a token none
 * @param faults how many faults of the plan struck, by kind; an answer may be struck by several. What switches order is not among them
 */
public record LedgerEntry(long received, long good, long rows, Map<FaultKind, Long> faults) {
    /** Nothing yet. */
    static final LedgerEntry NONE = new LedgerEntry(0, 0, 0, Map.of());

    /** Copies the counts of faults. */
    public LedgerEntry {
        faults = Map.copyOf(faults);
    }

    /** How many faults of a kind struck. */
    public long faults(FaultKind kind) {
        return faults.getOrDefault(kind, 0L);
    }

    /** How many faults struck. */
    public long faultsInAll() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    LedgerEntry plus(LedgerEntry other) {
        Map<FaultKind, Long> sum = new EnumMap<>(FaultKind.class);
        sum.putAll(faults);
        other.faults.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new LedgerEntry(received + other.received, good + other.good, rows + other.rows, sum);
    }
}
