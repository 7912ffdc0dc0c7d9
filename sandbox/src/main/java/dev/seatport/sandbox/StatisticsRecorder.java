package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestStatistics.Counts;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests, responses and faults. Thread-safe. */
final class StatisticsRecorder {
    private final Map<RequestKind, Counts> counts = new EnumMap<>(RequestKind.class);

    void requestReceived(RequestKind kind) {
        add(kind, new Counts(1, 0, 0, Map.of()));
    }

    void faultApplied(RequestKind kind, FaultKind fault) {
        add(kind, new Counts(0, 0, 0, Map.of(fault, 1L)));
    }

    void goodResponseSent(RequestKind kind, long rows) {
        add(kind, new Counts(0, 1, kind == RequestKind.TOKEN ? 0 : rows, Map.of()));
    }

    synchronized RequestStatistics snapshot() {
        return new RequestStatistics(counts);
    }

    synchronized void clear() {
        counts.clear();
    }

    private synchronized void add(RequestKind kind, Counts more) {
        counts.merge(kind, more, Counts::plus);
    }
}
