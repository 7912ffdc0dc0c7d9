package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestStatistics.RequestCounts;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests, responses and faults. Thread-safe. */
final class StatisticsRecorder {
    private final Map<RequestKind, RequestCounts> counts = new EnumMap<>(RequestKind.class);

    void requestReceived(RequestKind kind) {
        add(kind, new RequestCounts(1, 0, 0, Map.of()));
    }

    void faultApplied(RequestKind kind, FaultKind fault) {
        add(kind, new RequestCounts(0, 0, 0, Map.of(fault, 1L)));
    }

    void goodResponseSent(RequestKind kind, long rows) {
        add(kind, new RequestCounts(0, 1, kind == RequestKind.TOKEN ? 0 : rows, Map.of()));
    }

    synchronized RequestStatistics snapshot() {
        return new RequestStatistics(counts);
    }

    synchronized void clear() {
        counts.clear();
    }

    private synchronized void add(RequestKind kind, RequestCounts more) {
        counts.merge(kind, more, RequestCounts::plus);
    }
}
