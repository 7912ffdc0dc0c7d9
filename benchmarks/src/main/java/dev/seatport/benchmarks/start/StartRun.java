package dev.seatport.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long the command line takes as a whole process, and how much memory, beside a program that does nothing on the same Java with
 * the same options. Rounds are interleaved, and a ratio is taken within a round. Runs the launcher in the directory of
 * {@code -Dseatport.home}, and against a sandbox in a process of its own.
 */
public final class StartRun {
    private static final int ROUNDS = 15;
    private static final int MEMORY_ROUNDS = 3;
    private static final long PATIENCE_IN_SECONDS = 60;
    private static final String EMPTY = "empty_main";

    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Map<String, Rounds> times = new LinkedHashMap<>();
    private final Map<String, Rounds> peaks = new LinkedHashMap<>();

    private StartRun() {}

    public static void main(String[] arguments) throws Exception {
        Path launcher =
                Path.of(System.getProperty("seatport.home", "."), "seatport").toAbsolutePath();
        Path folder = Files.createTempDirectory("seatport-start");
        try {
            // Builds what is not built yet, and makes the archive.
            Program.of(launcher.toString(), "--version").milliseconds();
            measure(launcher, folder);
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void measure(Path launcher, Path folder) throws Exception {
        Path settings = folder.resolve("sandbox.properties");
        Process sandbox = Program.of(launcher.toString(), "sandbox").start(settings.toFile());
        try {
            await(sandbox, settings);
            StartRun run = new StartRun();
            run.programs.put(EMPTY, empty(folder));
            run.programs.put("help", Program.of(launcher.toString(), "--help"));
            run.programs.put(
                    "customers", Program.of(launcher.toString(), "customers", "--config", settings.toString()));
            run.rounds();
            run.tell();
        } finally {
            sandbox.destroy();
            sandbox.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Nothing but Java, with the options that the launcher gives it. */
    private static Program empty(Path folder) throws IOException {
        String name = Empty.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream bytes = Objects.requireNonNull(StartRun.class.getResourceAsStream("/" + name))) {
            Files.copy(bytes, copy);
        }
        return Program.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                folder.toString(),
                Empty.class.getName());
    }

    private static void await(Process sandbox, Path settings) throws IOException, InterruptedException {
        for (int tries = 0; !Files.readString(settings).contains("seatport.c3.resource="); tries++) {
            if (sandbox.waitFor(100, TimeUnit.MILLISECONDS) || tries > 10 * PATIENCE_IN_SECONDS) {
                throw new IllegalStateException("the sandbox does not start");
            }
        }
    }

    private void rounds() throws IOException, InterruptedException {
        for (Map.Entry<String, Program> program : programs.entrySet()) {
            times.put(program.getKey(), new Rounds());
            peaks.put(program.getKey(), new Rounds());
            program.getValue().milliseconds();
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Program> program : programs.entrySet()) {
                of(times, program.getKey()).add(program.getValue().milliseconds());
            }
        }
        for (int round = 0; round < MEMORY_ROUNDS; round++) {
            for (Map.Entry<String, Program> program : programs.entrySet()) {
                of(peaks, program.getKey()).add(program.getValue().peak());
            }
        }
    }

    private void tell() {
        for (String name : programs.keySet()) {
            if (!name.equals(EMPTY)) {
                System.out.println(of(times, name).by(of(times, EMPTY)).ratio("start." + name + "_vs_" + EMPTY));
            }
        }
        for (String name : programs.keySet()) {
            System.out.println(of(times, name).value("start." + name, "ms"));
            System.out.println(of(peaks, name).value("start." + name + "_rss", "MiB"));
        }
    }

    private static Rounds of(Map<String, Rounds> rounds, String name) {
        return Objects.requireNonNull(rounds.get(name));
    }
}
