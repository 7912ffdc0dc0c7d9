package dev.seatport.sandbox;

import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Snapshot of a sandbox's counts. Immutable.
 *
 * @param counts counts by kind of request; a kind without requests may be absent
 */
public record RequestStatistics(Map<RequestKind, RequestCounts> counts) {
    /** Copies the counts. */
    public RequestStatistics {
        counts = Map.copyOf(counts);
    }

    /** Returns the counts of a kind of request. */
    public RequestCounts of(RequestKind kind) {
        return counts.getOrDefault(kind, RequestCounts.NONE);
    }

    /** Returns the sum over all kinds. */
    public RequestCounts total() {
        return counts.values().stream().reduce(RequestCounts.NONE, RequestCounts::plus);
    }

    /**
     * Counts for requests of one kind.
     *
     * @param received requests that arrived complete or got a 413 response
     * @param good complete responses with a 2xx status and the vendor's own document, edited by a fault or not. A response counts when
     *     its last byte is handed to the connection. That does not prove that the client read it
     * @param rows rows in these responses; an object without a list (one customer, the seats of a product) counts as one, a token as none
     * @param faults applied faults by kind; several may apply to one response
     */
    public record RequestCounts(long received, long good, long rows, Map<FaultKind, Long> faults) {
        /** No requests. */
        public static final RequestCounts NONE = new RequestCounts(0, 0, 0, Map.of());

        /** Copies the counts of faults. */
        public RequestCounts {
            faults = Map.copyOf(faults);
        }

        /** Returns how often faults of a kind were applied. */
        public long faults(FaultKind kind) {
            return faults.getOrDefault(kind, 0L);
        }

        /** Returns how often faults were applied. */
        public long totalFaults() {
            return faults.values().stream().mapToLong(Long::longValue).sum();
        }

        RequestCounts plus(RequestCounts other) {
            Map<FaultKind, Long> sum = new EnumMap<>(FaultKind.class);
            sum.putAll(faults);
            other.faults.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
            return new RequestCounts(received + other.received, good + other.good, rows + other.rows, sum);
        }
    }
}
