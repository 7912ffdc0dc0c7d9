package dev.seatport.benchmarks;

import dev.seatport.benchmarks.call.CallRun;
import dev.seatport.benchmarks.decode.DecodeRun;
import dev.seatport.benchmarks.listing.ListingRun;
import dev.seatport.benchmarks.report.Results;
import dev.seatport.benchmarks.start.StartRun;
import dev.seatport.benchmarks.sweep.SweepRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Runs one measurement, prints its figures and writes a table of them. */
public final class BenchmarkMain {
    private static final int USAGE = 2;

    private static final Map<String, Measurement> MEASUREMENTS = new TreeMap<>(Map.of(
            "call", new CallRun(),
            "decode", new DecodeRun(),
            "listing", new ListingRun(),
            "start", new StartRun(),
            "sweep", new SweepRun()));

    private BenchmarkMain() {}

    public static void main(String[] arguments) throws Exception {
        Measurement measurement = arguments.length == 1 ? MEASUREMENTS.get(arguments[0]) : null;
        if (measurement == null) {
            System.err.println("name one of " + String.join(", ", MEASUREMENTS.keySet()));
            System.exit(USAGE);
            return;
        }
        Results results = new Results(arguments[0], System.out);
        measurement.run(results);
        Path home = Path.of(System.getProperty("seatport.home", "."));
        results.write(home.resolve("benchmarks/results"), System.getProperty("seatport.commit", "unknown"));
        // Thread pools of the compared libraries would keep the process alive.
        System.exit(0);
    }
}
