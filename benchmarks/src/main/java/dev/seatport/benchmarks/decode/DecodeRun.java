package dev.seatport.benchmarks.decode;

import dev.seatport.benchmarks.Measurement;
import dev.seatport.benchmarks.report.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures CPU time and allocation of decoding a response to domain values, compared with databind and {@code JsonObject}. In each round
 * every benchmark runs once in a new process, so that load on the machine affects both sides of a ratio.
 */
public final class DecodeRun implements Measurement {
    private static final int ROUNDS = 7;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Benchmarks with their number of rows. */
    private static final Map<String, Integer> ROWS = rows();

    /**
     * Result of one run.
     *
     * @param nanos CPU time of the thread in nanoseconds per row
     * @param bytes allocated bytes per row
     */
    private record Cost(double nanos, double bytes) {}

    private static Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("seatportPage", DecodeBenchmark.PAGE);
        rows.put("databindPage", DecodeBenchmark.PAGE);
        rows.put("seatportObserved", DecodeBenchmark.PAGE);
        rows.put("jsonObjectPage", DecodeBenchmark.PAGE);
        rows.put("seatportRow", 1);
        rows.put("databindRow", 1);
        rows.put("seatportReport", DecodeBenchmark.REPORT);
        rows.put("databindReport", DecodeBenchmark.REPORT);
        return rows;
    }

    @Override
    public void run(Results results) throws RunnerException {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String benchmark : ROWS.keySet()) {
                costs.computeIfAbsent(benchmark, name -> new ArrayList<>()).add(cost(benchmark));
            }
        }
        report(results, costs);
    }

    private static Cost cost(String benchmark) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(DecodeBenchmark.class.getName() + "\\." + benchmark + "$")
                .addProfiler(GCProfiler.class)
                .forks(1)
                // With background compilation the warm-up could end before the compilers on a busy machine.
                .jvmArgs("-Xms512m", "-Xmx512m", "-Xbatch")
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(300))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        int rows = Objects.requireNonNull(ROWS.get(benchmark));
        return new Cost(
                secondary(result, "cpuNanos") / secondary(result, "responses") / rows,
                secondary(result, ALLOCATED) / rows);
    }

    private static double secondary(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name)
                .getScore();
    }

    private static void report(Results results, Map<String, List<Cost>> costs) {
        List<Cost> page = of(costs, "seatportPage");
        List<Cost> databind = of(costs, "databindPage");
        results.ratio("decode.speed_vs_databind", speed(page, databind));
        results.ratio("decode.alloc_vs_databind", memory(page, databind));
        List<Cost> observed = of(costs, "seatportObserved");
        results.ratio("decode.observed_speed_vs_databind", speed(observed, databind));
        results.ratio("decode.observed_alloc_vs_databind", memory(observed, databind));
        results.ratio("decode.speed_vs_jsonobject", speed(page, of(costs, "jsonObjectPage")));
        results.ratio("decode.1row_speed_vs_databind", speed(of(costs, "seatportRow"), of(costs, "databindRow")));
        results.ratio("decode.1row_alloc_vs_databind", memory(of(costs, "seatportRow"), of(costs, "databindRow")));
        List<Cost> report = of(costs, "seatportReport");
        results.ratio("decode.report300_speed_vs_databind", speed(report, of(costs, "databindReport")));
        results.ratio("decode.report300_alloc_vs_databind", memory(report, of(costs, "databindReport")));
        costs.forEach((benchmark, rounds) -> {
            results.value(
                    "decode." + benchmark + "_time",
                    rounds.stream().map(Cost::nanos).toList(),
                    "ns/row");
            results.value(
                    "decode." + benchmark + "_alloc",
                    rounds.stream().map(Cost::bytes).toList(),
                    "B/row");
        });
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("Seatport, to domain values", "decode.seatportPage_time");
        bars.put("databind, to records", "decode.databindPage_time");
        bars.put("Vert.x JsonObject", "decode.jsonObjectPage_time");
        results.chart("time", "A page of 100 tenants, in nanoseconds a row", bars);
    }

    private static List<Cost> of(Map<String, List<Cost>> costs, String benchmark) {
        return Objects.requireNonNull(costs.get(benchmark), benchmark);
    }

    /** Returns the other's time divided by Seatport's: a factor above 1 means that Seatport is faster. */
    private static List<Double> speed(List<Cost> seatport, List<Cost> other) {
        return rounds(
                seatport.stream().map(Cost::nanos).toList(),
                other.stream().map(Cost::nanos).toList(),
                (a, b) -> b / a);
    }

    private static List<Double> memory(List<Cost> seatport, List<Cost> other) {
        return rounds(
                seatport.stream().map(Cost::bytes).toList(),
                other.stream().map(Cost::bytes).toList(),
                (a, b) -> a / b);
    }

    private static List<Double> rounds(List<Double> seatport, List<Double> other, DoubleBinaryOperator ratio) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < seatport.size(); round++) {
            ratios.add(ratio.applyAsDouble(seatport.get(round), other.get(round)));
        }
        return ratios;
    }
}
