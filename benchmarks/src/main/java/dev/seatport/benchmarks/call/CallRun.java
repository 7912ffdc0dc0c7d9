package dev.seatport.benchmarks.call;

import dev.seatport.benchmarks.Measurement;
import dev.seatport.benchmarks.call.ClosedLoop.Throughput;
import dev.seatport.benchmarks.report.Results;
import dev.seatport.benchmarks.report.Spread;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Measures calls in a closed loop against a vendor in another process that responds at once.
 *
 * <p>The clients run in turns, so that load on the machine affects all of them. A ratio compares values of one round. Besides the pages
 * per second, {@code work} is the CPU time of a page, where less is better. Ratios without a number at the end belong to a concurrency of
 * {@value #DEFAULT_CONCURRENCY}.
 */
public final class CallRun implements Measurement {
    private static final int DEFAULT_CONCURRENCY = 16;
    private static final List<Integer> CONCURRENCIES = List.of(1, DEFAULT_CONCURRENCY, 64);
    private static final int ROUNDS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration RUN_TIME = Duration.ofMillis(1200);
    private static final int LARGE_PAGE_ROWS = 99;
    private static final Map<String, String> LABELS =
            Map.of("retrofit", "Retrofit, OkHttp, databind", "jdk", "JDK client, databind");
    private static final String SEATPORT = "seatport";

    @Override
    public void run(Results results) throws Exception {
        try (CannedVendor vendor = CannedVendor.start()) {
            for (int rows : List.of(LARGE_PAGE_ROWS, 1)) {
                for (int concurrency : CONCURRENCIES) {
                    compare(vendor, rows, concurrency, results);
                }
            }
        }
        results.chart("large", "Pages of 99 rows a second, 16 calls at once", bars("99rows", "retrofit", "jdk"));
        results.chart("small", "Pages of one row a second, 16 calls at once", bars("1row"));
    }

    private static Map<String, String> bars(String size, String... others) {
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("Seatport", "call." + size + "." + SEATPORT + ".at_" + DEFAULT_CONCURRENCY);
        bars.put("by hand (Vert.x, databind)", "call." + size + ".handwritten.at_" + DEFAULT_CONCURRENCY);
        for (String other : others) {
            bars.put(LABELS.getOrDefault(other, other), "call." + size + "." + other + ".at_" + DEFAULT_CONCURRENCY);
        }
        return bars;
    }

    private static void compare(CannedVendor vendor, int rows, int concurrency, Results results) throws Exception {
        Map<String, ClientUnderTest> clients = clients(vendor, rows, concurrency);
        CannedPage expected = CannedPage.of(rows);
        Random random = new Random(rows + concurrency);
        Map<String, List<Throughput>> throughputs = new LinkedHashMap<>();
        for (Map.Entry<String, ClientUnderTest> entry : clients.entrySet()) {
            new ClosedLoop(entry.getValue(), concurrency, expected).run(WARM_UP);
            throughputs.put(entry.getKey(), new ArrayList<>());
        }
        List<Map.Entry<String, ClientUnderTest>> turns = new ArrayList<>(clients.entrySet());
        for (int round = 0; round < ROUNDS; round++) {
            // A random order avoids that a client always runs after the same other client and its garbage.
            Collections.shuffle(turns, random);
            for (Map.Entry<String, ClientUnderTest> entry : turns) {
                Throughput throughput = new ClosedLoop(entry.getValue(), concurrency, expected).run(RUN_TIME);
                throughputs.getOrDefault(entry.getKey(), List.of()).add(throughput);
            }
        }
        for (ClientUnderTest client : clients.values()) {
            client.close();
        }
        String size = rows == 1 ? "1row" : rows + "rows";
        // A client that uses more processors can be faster and still cost more.
        report(each(throughputs, Throughput::pagesPerSecond), new Metric(size, "", "pages/s"), concurrency, results);
        report(
                each(throughputs, Throughput::cpuMicrosPerPage),
                new Metric(size, "work_", "us/page"),
                concurrency,
                results);
    }

    /**
     * Metric of each client.
     *
     * @param size size of the pages in the names of the results
     * @param infix part of the names of ratios and values; empty for pages per second
     */
    private record Metric(String size, String infix, String unit) {
        String ratio(String other, int concurrency) {
            String at = concurrency == DEFAULT_CONCURRENCY ? "" : "_at_" + concurrency;
            return "call." + size + "_" + infix + "vs_" + other + at;
        }

        String value(String client, int concurrency) {
            return "call." + size + "." + client + "." + infix + "at_" + concurrency;
        }
    }

    private static Map<String, List<Double>> each(
            Map<String, List<Throughput>> throughputs, ToDoubleFunction<Throughput> metric) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        throughputs.forEach((name, rounds) ->
                values.put(name, rounds.stream().mapToDouble(metric).boxed().toList()));
        return values;
    }

    private static Map<String, ClientUnderTest> clients(CannedVendor vendor, int rows, int concurrency)
            throws IOException {
        String url = vendor.url(rows);
        Map<String, ClientUnderTest> all = new LinkedHashMap<>();
        all.put(SEATPORT, new AdapterClient(url, vendor.tokenUrl(), concurrency));
        all.put("handwritten", new HandwrittenClient(url, concurrency));
        if (rows == LARGE_PAGE_ROWS) {
            all.put("retrofit", new RetrofitClient(url, concurrency));
            all.put("jdk", new JdkClient(url));
        }
        return all;
    }

    private static void report(Map<String, List<Double>> values, Metric metric, int concurrency, Results results) {
        List<Double> seatport = values.getOrDefault(SEATPORT, List.of());
        values.forEach((name, rounds) -> {
            if (!name.equals(SEATPORT)) {
                results.ratio(metric.ratio(name, concurrency), Spread.ratios(seatport, rounds));
            }
            results.value(metric.value(name, concurrency), rounds, metric.unit());
        });
    }
}
