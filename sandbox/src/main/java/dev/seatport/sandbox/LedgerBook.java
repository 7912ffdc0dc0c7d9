package dev.seatport.sandbox;

import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.PathKind;
import java.util.EnumMap;
import java.util.Map;

/** Counts. Thread-safe. */
final class LedgerBook {
    private static final class Page {
        private long received;
        private long good;
        private long rows;
        private final Map<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);
    }

    private final Map<PathKind, Page> pages = new EnumMap<>(PathKind.class);

    synchronized void received(PathKind path) {
        page(path).received++;
    }

    synchronized void struck(PathKind path, FaultKind kind) {
        page(path).faults.merge(kind, 1L, Long::sum);
    }

    synchronized void good(PathKind path, long rows) {
        Page page = page(path);
        page.good++;
        page.rows += path == PathKind.TOKEN ? 0 : rows;
    }

    synchronized Ledger snapshot() {
        Map<PathKind, LedgerEntry> entries = new EnumMap<>(PathKind.class);
        pages.forEach(
                (path, page) -> entries.put(path, new LedgerEntry(page.received, page.good, page.rows, page.faults)));
        return new Ledger(entries);
    }

    synchronized void clear() {
        pages.clear();
    }

    private Page page(PathKind path) {
        return pages.computeIfAbsent(path, unknown -> new Page());
    }
}
