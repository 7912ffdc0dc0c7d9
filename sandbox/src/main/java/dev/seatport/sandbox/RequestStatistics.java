package dev.seatport.sandbox;

import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of a sandbox so far; a copy, which does not change.
 *
 * @param counts by the kind of request; a kind that nobody asked for may be missing
 */
public record RequestStatistics(Map<RequestKind, Counts> counts) {
    /** Copies the counts. */
    public RequestStatistics {
        counts = Map.copyOf(counts);
    }

    /** The counts of a kind of request. */
    public Counts of(RequestKind kind) {
        return counts.getOrDefault(kind, Counts.NONE);
    }

    /** The sum of all kinds. */
    public Counts total() {
        return counts.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /**
     * Counts of the requests of one kind.
     *
     * @param received how many arrived whole, or were refused for their size
     * @param good how many were answered well: a status of 200 to 299 and the vendor's own document, whole, edited by a fault or not.
     *     It counts when the last of it is handed to the connection, which is not yet proof that the client read it
     * @param rows how many rows these responses held; an object that is no list (one customer, a product's seats) is one, a token none
     * @param faults how many faults of the plan struck, by kind; a response may be struck by several
     */
    public record Counts(long received, long good, long rows, Map<FaultKind, Long> faults) {
        /** Nothing yet. */
        public static final Counts NONE = new Counts(0, 0, 0, Map.of());

        /** Copies the counts of faults. */
        public Counts {
            faults = Map.copyOf(faults);
        }

        /** How many faults of a kind struck. */
        public long faults(FaultKind kind) {
            return faults.getOrDefault(kind, 0L);
        }

        /** How many faults struck. */
        public long totalFaults() {
            return faults.values().stream().mapToLong(Long::longValue).sum();
        }

        Counts plus(Counts other) {
            Map<FaultKind, Long> sum = new EnumMap<>(FaultKind.class);
            sum.putAll(faults);
            other.faults.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
            return new Counts(received + other.received, good + other.good, rows + other.rows, sum);
        }
    }
}
