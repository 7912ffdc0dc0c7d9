package dev.seatport.benchmarks.sweep;

import dev.seatport.benchmarks.Measurement;
import dev.seatport.benchmarks.report.Results;
import dev.seatport.benchmarks.vendor.VendorOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures reviews of fleets. The vendors run in one process, the review in another that does nothing else. Each review is the first work
 * of its process, so its time includes class loading and JIT compilation. A review that lacks a customer or a count fails.
 *
 * <p>Load: customers have one to three tenants, two on average. For each customer the review sends two requests to AvePoint: the tenants'
 * seats, which fit on one page, and the purchased seats. For each tenant it sends one request to C3. In addition there are AvePoint's
 * pages of 100 customers each, one request for their count, and one listing of C3. Both vendors get the same number of requests. This is
 * the hardest case, because neither may ever wait for the other.
 *
 * <p>Bound by latency: a client has at most 8 concurrent calls per vendor ({@link dev.seatport.http.ClientLimits#maxConcurrentCalls()}).
 * A review therefore takes at least calls of the busier vendor x latency / 8. The 16 customers that are read concurrently are no tighter
 * bound. One customer takes at most 2 latencies in sequence, which allows customers x 2 / 16 latencies; the calls take customers x 2 / 8.
 *
 * <p>Bound by rate: calls of the busier vendor / limit, without the calls in the vendor's full bucket at the start. The vendors count the
 * calls. Token requests do not count.
 */
public final class SweepRun implements Measurement {
    private static final String HEAP = "128m";
    private static final String LARGE_HEAP = "512m";
    private static final int ROUNDS = 3;
    private static final int THOUSAND = 1_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final int HUNDRED_THOUSAND = 100_000;
    private static final Duration SHORT_LATENCY = Duration.ofMillis(20);
    private static final Duration LONG_LATENCY = Duration.ofMillis(100);
    private static final int PER_SECOND = 100;

    @Override
    public void run(Results results) throws IOException {
        latency(results);
        rate(results);
        growth(results);
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("1,000 customers", "sweep.peak_rss_1k");
        bars.put("10,000 customers", "sweep.peak_rss_10k");
        results.chart("memory", "Most memory of a review under -Xmx128m, in MiB", bars);
    }

    private static void latency(Results results) throws IOException {
        List<BenchmarkReview> shortLatency = reviews(VendorOptions.fleet(TEN_THOUSAND, SHORT_LATENCY));
        results.ratio("sweep.time_vs_bound_20ms", each(shortLatency, BenchmarkReview::timeVsLatency));
        results.value("sweep.seconds_10k_20ms", each(shortLatency, BenchmarkReview::seconds), "s");
        results.value("sweep.latency_20ms", each(shortLatency, BenchmarkReview::meanLatencyMillis), "ms");
        // A small fleet shows the cost of a cold start.
        List<BenchmarkReview> smallFleet = reviews(VendorOptions.fleet(THOUSAND, SHORT_LATENCY));
        results.ratio("sweep.time_vs_bound_20ms_of_1k", each(smallFleet, BenchmarkReview::timeVsLatency));
        List<BenchmarkReview> longLatency = reviews(VendorOptions.fleet(THOUSAND, LONG_LATENCY));
        results.ratio("sweep.time_vs_bound_100ms", each(longLatency, BenchmarkReview::timeVsLatency));
        results.value("sweep.seconds_1k_100ms", each(longLatency, BenchmarkReview::seconds), "s");
        results.value("sweep.latency_100ms", each(longLatency, BenchmarkReview::meanLatencyMillis), "ms");
    }

    private static void rate(Results results) throws IOException {
        List<BenchmarkReview> limited =
                reviews(VendorOptions.fleet(THOUSAND, Duration.ZERO).limitedTo(PER_SECOND));
        results.ratio("sweep.time_vs_bound_rate", each(limited, BenchmarkReview::timeVsRate));
        results.value(
                "sweep.refused_1k_rate", each(limited, review -> review.calls().refused()), "requests");
    }

    /** Without latency the processor is the bound. These times are valid for this machine only. */
    private static void growth(Results results) throws IOException {
        List<BenchmarkReview> thousand = reviews(VendorOptions.fleet(THOUSAND, Duration.ZERO));
        List<BenchmarkReview> tenThousand = reviews(VendorOptions.fleet(TEN_THOUSAND, Duration.ZERO));
        BenchmarkReview hundredThousand =
                BenchmarkReview.of(VendorOptions.fleet(HUNDRED_THOUSAND, Duration.ZERO), LARGE_HEAP);
        results.ratio("sweep.time_10k_vs_1k", ratios(tenThousand, thousand, BenchmarkReview::secondsPerCustomer));
        results.ratio("sweep.peak_10k_vs_1k", ratios(tenThousand, thousand, BenchmarkReview::peakMib));
        report(results, "1k", thousand);
        report(results, "10k", tenThousand);
        report(results, "100k", List.of(hundredThousand));
    }

    private static void report(Results results, String fleet, List<BenchmarkReview> reviews) {
        results.value("sweep.seconds_" + fleet + "_0ms", each(reviews, BenchmarkReview::seconds), "s");
        results.value("sweep.peak_rss_" + fleet, each(reviews, BenchmarkReview::peakMib), "MiB");
        results.value("sweep.heap_after_gc_" + fleet, each(reviews, BenchmarkReview::liveHeapMib), "MiB");
    }

    private static List<BenchmarkReview> reviews(VendorOptions vendors) throws IOException {
        List<BenchmarkReview> reviews = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            reviews.add(BenchmarkReview.of(vendors, HEAP));
        }
        return reviews;
    }

    private static List<Double> each(List<BenchmarkReview> reviews, ToDoubleFunction<BenchmarkReview> metric) {
        return reviews.stream().mapToDouble(metric).boxed().toList();
    }

    private static List<Double> ratios(
            List<BenchmarkReview> numerators,
            List<BenchmarkReview> denominators,
            ToDoubleFunction<BenchmarkReview> metric) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < numerators.size(); round++) {
            ratios.add(metric.applyAsDouble(numerators.get(round)) / metric.applyAsDouble(denominators.get(round)));
        }
        return ratios;
    }
}
