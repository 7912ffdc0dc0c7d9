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
 * Calls in a closed loop against a vendor in a process of its own that answers at once. The contestants take turns, so that
 * whatever slows the machine slows all of them; a ratio is taken within a round. Beside the pace stands the processor time that a page
 * took ({@code work}: there, less is better). The ratios without a number at their end are
 * those at {@value #USUAL} calls at once.
 */
public final class CallRun implements Measurement {
    private static final int USUAL = 16;
    private static final List<Integer> CONCURRENCIES = List.of(1, USUAL, 64);
    private static final int ROUNDS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TURN = Duration.ofMillis(1200);
    private static final int LARGE = 99;
    private static final Map<String, String> LABELS =
            Map.of("retrofit", "Retrofit, OkHttp, databind", "jdk", "JDK client, databind");
    private static final String OURS = "seatport";

    @Override
    public void run(Results results) throws Exception {
        try (CannedVendor vendor = CannedVendor.start()) {
            for (int rows : List.of(LARGE, 1)) {
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
        bars.put("Seatport", "call." + size + "." + OURS + ".at_" + USUAL);
        bars.put("by hand (Vert.x, databind)", "call." + size + ".handwritten.at_" + USUAL);
        for (String other : others) {
            bars.put(LABELS.getOrDefault(other, other), "call." + size + "." + other + ".at_" + USUAL);
        }
        return bars;
    }

    private static void compare(CannedVendor vendor, int rows, int concurrency, Results results) throws Exception {
        Map<String, ClientUnderTest> contestants = contestants(vendor, rows, concurrency);
        CannedPage expected = CannedPage.of(rows);
        Random chance = new Random(rows + concurrency);
        Map<String, List<Throughput>> paces = new LinkedHashMap<>();
        for (Map.Entry<String, ClientUnderTest> one : contestants.entrySet()) {
            new ClosedLoop(one.getValue(), concurrency, expected).run(WARM_UP);
            paces.put(one.getKey(), new ArrayList<>());
        }
        List<Map.Entry<String, ClientUnderTest>> turns = new ArrayList<>(contestants.entrySet());
        for (int round = 0; round < ROUNDS; round++) {
            // Nobody is always the one after the same other, whose garbage may be left.
            Collections.shuffle(turns, chance);
            for (Map.Entry<String, ClientUnderTest> one : turns) {
                Throughput throughput = new ClosedLoop(one.getValue(), concurrency, expected).run(TURN);
                paces.getOrDefault(one.getKey(), List.of()).add(throughput);
            }
        }
        for (ClientUnderTest one : contestants.values()) {
            one.close();
        }
        String size = rows == 1 ? "1row" : rows + "rows";
        // Whoever uses more processors may be faster and cost more.
        tell(each(paces, Throughput::pages), new Figure(size, "", "pages/s"), concurrency, results);
        tell(each(paces, Throughput::work), new Figure(size, "work_", "us/page"), concurrency, results);
    }

    /**
     * What is told of each contestant.
     *
     * @param size of the pages
     * @param what stands in the names of ratios and values, if they are not of the pace
     */
    private record Figure(String size, String what, String unit) {
        String ratio(String other, int concurrency) {
            String at = concurrency == USUAL ? "" : "_at_" + concurrency;
            return "call." + size + "_" + what + "vs_" + other + at;
        }

        String value(String contestant, int concurrency) {
            return "call." + size + "." + contestant + "." + what + "at_" + concurrency;
        }
    }

    private static Map<String, List<Double>> each(
            Map<String, List<Throughput>> paces, ToDoubleFunction<Throughput> figure) {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        paces.forEach((name, rounds) ->
                figures.put(name, rounds.stream().mapToDouble(figure).boxed().toList()));
        return figures;
    }

    private static Map<String, ClientUnderTest> contestants(CannedVendor vendor, int rows, int concurrency)
            throws IOException {
        String url = vendor.url(rows);
        Map<String, ClientUnderTest> all = new LinkedHashMap<>();
        all.put(OURS, new AdapterClient(url, vendor.tokenUrl(), concurrency));
        all.put("handwritten", new HandwrittenClient(url, concurrency));
        if (rows == LARGE) {
            all.put("retrofit", new RetrofitClient(url, concurrency));
            all.put("jdk", new JdkClient(url));
        }
        return all;
    }

    private static void tell(Map<String, List<Double>> figures, Figure figure, int concurrency, Results results) {
        List<Double> ours = figures.getOrDefault(OURS, List.of());
        figures.forEach((name, theirs) -> {
            if (!name.equals(OURS)) {
                results.ratio(figure.ratio(name, concurrency), Spread.ratios(ours, theirs));
            }
            results.value(figure.value(name, concurrency), theirs, figure.unit());
        });
    }
}
