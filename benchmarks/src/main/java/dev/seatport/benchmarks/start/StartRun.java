package dev.seatport.benchmarks.start;

import dev.seatport.benchmarks.Measurement;
import dev.seatport.benchmarks.report.Results;
import dev.seatport.benchmarks.report.Spread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures time and memory of the command line as a complete process, compared with an empty program on the same Java with the same
 * options. Rounds are interleaved. A ratio compares values of one round. Runs the launcher in the directory {@code -Dseatport.home}
 * against a sandbox in another process.
 */
public final class StartRun implements Measurement {
    private static final int ROUNDS = 15;
    private static final int MEMORY_ROUNDS = 3;
    private static final long TIMEOUT_SECONDS = 60;
    private static final String EMPTY_MAIN = "empty_main";

    @Override
    public void run(Results results) throws Exception {
        Path launcher =
                Path.of(System.getProperty("seatport.home", "."), "seatport").toAbsolutePath();
        Path folder = Files.createTempDirectory("seatport-start");
        try {
            // Builds the jar if necessary and creates the class archive.
            ProcessRunner.of(launcher.toString(), "--version").milliseconds();
            measure(launcher, folder, results);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void measure(Path launcher, Path folder, Results results) throws Exception {
        Path settings = folder.resolve("sandbox.properties");
        Process sandbox = ProcessRunner.of(launcher.toString(), "sandbox").start(settings.toFile());
        try {
            await(sandbox, settings);
            Map<String, ProcessRunner> programs = new LinkedHashMap<>();
            programs.put(EMPTY_MAIN, emptyMain(folder));
            programs.put("help", ProcessRunner.of(launcher.toString(), "--help"));
            programs.put(
                    "customers", ProcessRunner.of(launcher.toString(), "customers", "--config", settings.toString()));
            compare(programs, results);
        } finally {
            sandbox.destroy();
            sandbox.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Returns an empty program with the Java options of the launcher. */
    private static ProcessRunner emptyMain(Path folder) throws IOException {
        String name = EmptyMain.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream bytes = Objects.requireNonNull(StartRun.class.getResourceAsStream("/" + name))) {
            Files.copy(bytes, copy);
        }
        return ProcessRunner.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CICompilerCount=1",
                "-Xshare:auto",
                "-cp",
                folder.toString(),
                EmptyMain.class.getName());
    }

    private static void await(Process sandbox, Path settings) throws IOException, InterruptedException {
        for (int tries = 0; !Files.readString(settings).contains("seatport.c3.resource="); tries++) {
            if (sandbox.waitFor(100, TimeUnit.MILLISECONDS) || tries > 10 * TIMEOUT_SECONDS) {
                throw new IllegalStateException("the sandbox did not start within " + TIMEOUT_SECONDS + " s");
            }
        }
    }

    private static void compare(Map<String, ProcessRunner> programs, Results results)
            throws IOException, InterruptedException {
        for (ProcessRunner runner : programs.values()) {
            runner.milliseconds();
        }
        Map<String, List<Double>> times = measureRounds(programs, ROUNDS, ProcessRunner::milliseconds);
        Map<String, List<Double>> peaks = measureRounds(programs, MEMORY_ROUNDS, ProcessRunner::peakMib);
        List<Double> empty = Objects.requireNonNull(times.get(EMPTY_MAIN));
        times.forEach((name, milliseconds) -> {
            if (!name.equals(EMPTY_MAIN)) {
                results.ratio("start." + name + "_vs_" + EMPTY_MAIN, Spread.ratios(milliseconds, empty));
            }
            results.value("start." + name, milliseconds, "ms");
        });
        peaks.forEach((name, peak) -> results.value("start." + name + "_rss", peak, "MiB"));
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("customers", "start.customers");
        bars.put("--help", "start.help");
        bars.put("an empty main", "start." + EMPTY_MAIN);
        results.chart("time", "Whole processes, in milliseconds", bars);
    }

    /** Measurement of one process. */
    private interface Metric {
        double measure(ProcessRunner runner) throws IOException, InterruptedException;
    }

    private static Map<String, List<Double>> measureRounds(
            Map<String, ProcessRunner> programs, int rounds, Metric metric) throws IOException, InterruptedException {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, ProcessRunner> entry : programs.entrySet()) {
                all.computeIfAbsent(entry.getKey(), name -> new ArrayList<>()).add(metric.measure(entry.getValue()));
            }
        }
        return all;
    }
}
