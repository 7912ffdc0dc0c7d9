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
 * How long the command line takes as a whole process, and how much memory, beside a program that does nothing on the same Java with
 * the same options. Rounds are interleaved, and a ratio is taken within a round. Runs the launcher in the directory of
 * {@code -Dseatport.home}, and against a sandbox in a process of its own.
 */
public final class StartRun implements Measurement {
    private static final int ROUNDS = 15;
    private static final int MEMORY_ROUNDS = 3;
    private static final long PATIENCE_IN_SECONDS = 60;
    private static final String EMPTY = "empty_main";

    @Override
    public void run(Results results) throws Exception {
        Path launcher =
                Path.of(System.getProperty("seatport.home", "."), "seatport").toAbsolutePath();
        Path folder = Files.createTempDirectory("seatport-start");
        try {
            // Builds what is not built yet, and makes the archive.
            ProcessRunner.of(launcher.toString(), "--version").milliseconds();
            measure(launcher, folder, results);
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder())
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
            programs.put(EMPTY, empty(folder));
            programs.put("help", ProcessRunner.of(launcher.toString(), "--help"));
            programs.put(
                    "customers", ProcessRunner.of(launcher.toString(), "customers", "--config", settings.toString()));
            compare(programs, results);
        } finally {
            sandbox.destroy();
            sandbox.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Nothing but Java, with the options that the launcher gives it. */
    private static ProcessRunner empty(Path folder) throws IOException {
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
            if (sandbox.waitFor(100, TimeUnit.MILLISECONDS) || tries > 10 * PATIENCE_IN_SECONDS) {
                throw new IllegalStateException("the sandbox does not start");
            }
        }
    }

    private static void compare(Map<String, ProcessRunner> programs, Results results)
            throws IOException, InterruptedException {
        for (ProcessRunner processRunner : programs.values()) {
            processRunner.milliseconds();
        }
        Map<String, List<Double>> times = measured(programs, ROUNDS, ProcessRunner::milliseconds);
        Map<String, List<Double>> peaks = measured(programs, MEMORY_ROUNDS, ProcessRunner::peak);
        List<Double> empty = Objects.requireNonNull(times.get(EMPTY));
        times.forEach((name, ours) -> {
            if (!name.equals(EMPTY)) {
                results.ratio("start." + name + "_vs_" + EMPTY, Spread.ratios(ours, empty));
            }
            results.value("start." + name, ours, "ms");
        });
        peaks.forEach((name, peak) -> results.value("start." + name + "_rss", peak, "MiB"));
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("customers", "start.customers");
        bars.put("--help", "start.help");
        bars.put("an empty main", "start." + EMPTY);
        results.chart("time", "Whole processes, in milliseconds", bars);
    }

    /** What is measured of a program that runs once. */
    private interface Figure {
        double of(ProcessRunner processRunner) throws IOException, InterruptedException;
    }

    private static Map<String, List<Double>> measured(Map<String, ProcessRunner> programs, int rounds, Figure figure)
            throws IOException, InterruptedException {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, ProcessRunner> processRunner : programs.entrySet()) {
                all.computeIfAbsent(processRunner.getKey(), name -> new ArrayList<>())
                        .add(figure.of(processRunner.getValue()));
            }
        }
        return all;
    }
}
