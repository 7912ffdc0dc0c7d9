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
 * The review of fleets: the vendors in one process, the review, with clients and use case as they ship, in another that does
 * nothing else. Each review is the first thing that its process does, so that the time has in it what it takes to load and compile
 * the code. A review that lacks a customer, or a number of one, fails.
 *
 * <p>Customers have one, two or three tenants, two on average. The review asks two questions about each customer of AvePoint (the
 * seats of its tenants, which fit on one page, and what was bought) and then one question about each tenant of C3; beside them there
 * is a page of customers for every hundred of AvePoint, one for their count, and one listing of C3. Both vendors are thus asked
 * equally much, which is the hardest to keep up: neither may ever wait for the other.
 *
 * <p>The bound: a client has at most 8 calls under way at its vendor (the default of
 * {@link dev.seatport.http.ClientLimits#maxConcurrentCalls()}), so a review cannot take less than the calls of the busier vendor x latency / 8.
 * The 16 customers that are read at once do not bind: one customer takes at most 2 latencies one after another, so they would
 * allow a time of customers x 2 / 16 latencies, and the calls take customers x 2 / 8. Under a limit of requests a
 * second, the bound is the calls of the busier vendor / that limit, without those that the vendor's bucket holds at the beginning.
 * Calls are those that the vendors counted; requests for tokens are no calls.
 */
public final class SweepRun implements Measurement {
    private static final String HEAP = "128m";
    private static final String LARGE_HEAP = "512m";
    private static final int ROUNDS = 3;
    private static final int THOUSAND = 1_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final int HUNDRED_THOUSAND = 100_000;
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMillis(100);
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
        List<BenchmarkReview> ofShort = sweeps(VendorOptions.fleet(TEN_THOUSAND, SHORT));
        results.ratio("sweep.time_vs_bound_20ms", each(ofShort, BenchmarkReview::timeVsLatency));
        results.value("sweep.seconds_10k_20ms", each(ofShort, BenchmarkReview::seconds), "s");
        results.value("sweep.latency_20ms", each(ofShort, BenchmarkReview::latency), "ms");
        // So small a fleet shows what a cold start costs.
        List<BenchmarkReview> ofFew = sweeps(VendorOptions.fleet(THOUSAND, SHORT));
        results.ratio("sweep.time_vs_bound_20ms_of_1k", each(ofFew, BenchmarkReview::timeVsLatency));
        List<BenchmarkReview> ofLong = sweeps(VendorOptions.fleet(THOUSAND, LONG));
        results.ratio("sweep.time_vs_bound_100ms", each(ofLong, BenchmarkReview::timeVsLatency));
        results.value("sweep.seconds_1k_100ms", each(ofLong, BenchmarkReview::seconds), "s");
        results.value("sweep.latency_100ms", each(ofLong, BenchmarkReview::latency), "ms");
    }

    private static void rate(Results results) throws IOException {
        List<BenchmarkReview> limited =
                sweeps(VendorOptions.fleet(THOUSAND, Duration.ZERO).limitedTo(PER_SECOND));
        results.ratio("sweep.time_vs_bound_rate", each(limited, BenchmarkReview::timeVsRate));
        results.value(
                "sweep.refused_1k_rate", each(limited, sweep -> sweep.calls().refused()), "requests");
    }

    /** Without latency the processor is the bound: these times belong to the machine. */
    private static void growth(Results results) throws IOException {
        List<BenchmarkReview> thousand = sweeps(VendorOptions.fleet(THOUSAND, Duration.ZERO));
        List<BenchmarkReview> tenThousand = sweeps(VendorOptions.fleet(TEN_THOUSAND, Duration.ZERO));
        BenchmarkReview hundredThousand =
                BenchmarkReview.of(VendorOptions.fleet(HUNDRED_THOUSAND, Duration.ZERO), LARGE_HEAP);
        results.ratio("sweep.time_10k_vs_1k", ratios(tenThousand, thousand, BenchmarkReview::secondsPerCustomer));
        results.ratio("sweep.peak_10k_vs_1k", ratios(tenThousand, thousand, BenchmarkReview::peak));
        tell(results, "1k", thousand);
        tell(results, "10k", tenThousand);
        tell(results, "100k", List.of(hundredThousand));
    }

    private static void tell(Results results, String fleet, List<BenchmarkReview> sweeps) {
        results.value("sweep.seconds_" + fleet + "_0ms", each(sweeps, BenchmarkReview::seconds), "s");
        results.value("sweep.peak_rss_" + fleet, each(sweeps, BenchmarkReview::peak), "MiB");
        results.value("sweep.heap_after_gc_" + fleet, each(sweeps, BenchmarkReview::live), "MiB");
    }

    private static List<BenchmarkReview> sweeps(VendorOptions vendors) throws IOException {
        List<BenchmarkReview> sweeps = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            sweeps.add(BenchmarkReview.of(vendors, HEAP));
        }
        return sweeps;
    }

    private static List<Double> each(List<BenchmarkReview> sweeps, ToDoubleFunction<BenchmarkReview> figure) {
        return sweeps.stream().mapToDouble(figure).boxed().toList();
    }

    private static List<Double> ratios(
            List<BenchmarkReview> some, List<BenchmarkReview> others, ToDoubleFunction<BenchmarkReview> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < some.size(); round++) {
            ratios.add(figure.applyAsDouble(some.get(round)) / figure.applyAsDouble(others.get(round)));
        }
        return ratios;
    }
}
