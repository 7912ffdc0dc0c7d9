package dev.seatport.benchmarks.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Target of a ratio.
 *
 * @param bound bound
 * @param isMinimum whether the bound is a minimum or a maximum
 */
record TargetRatio(double bound, boolean isMinimum) {
    private static final Map<String, TargetRatio> TARGETS = Map.ofEntries(
            Map.entry("decode.speed_vs_databind", atLeast(1.3)),
            Map.entry("decode.alloc_vs_databind", atMost(0.8)),
            Map.entry("call.99rows_vs_handwritten", atLeast(1.0)),
            Map.entry("call.1row_vs_handwritten", atLeast(0.85)),
            Map.entry("call.99rows_vs_retrofit", atLeast(1.2)),
            Map.entry("call.99rows_vs_jdk", atLeast(3)),
            Map.entry("listing.rows_vs_handwritten", atLeast(0.9)),
            Map.entry("listing.peak_1m_vs_100k", atMost(1.1)),
            Map.entry("sweep.time_vs_bound_20ms", atMost(1.1)),
            Map.entry("sweep.time_vs_bound_100ms", atMost(1.1)),
            Map.entry("start.help_vs_empty_main", atMost(3.5)),
            Map.entry("start.customers_vs_empty_main", atMost(6)));

    static Optional<TargetRatio> of(String ratio) {
        return Optional.ofNullable(TARGETS.get(ratio));
    }

    private static TargetRatio atLeast(double bound) {
        return new TargetRatio(bound, true);
    }

    private static TargetRatio atMost(double bound) {
        return new TargetRatio(bound, false);
    }

    String text() {
        return String.format(Locale.ROOT, "%s %s", isMinimum ? ">=" : "<=", bound);
    }

    boolean isMet(double ratio) {
        return isMinimum ? ratio >= bound : ratio <= bound;
    }
}
