package dev.seatport.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command line as a complete process. */
final class ProcessRunner {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KIB_PER_MIB = 1024;
    private static final String PEAK_KEY = "VmHWM:";

    private final List<String> command;

    ProcessRunner(List<String> command) {
        this.command = List.copyOf(command);
    }

    static ProcessRunner of(String... command) {
        return new ProcessRunner(List.of(command));
    }

    /** Starts the process with standard output in a file. */
    Process start(File out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(Redirect.INHERIT);
        // The launcher must use this process's Java, without settings or options of the environment.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SEATPORT_")
                        || List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                                .contains(name));
        return builder.start();
    }

    private Process start() throws IOException {
        return start(new File("/dev/null"));
    }

    /** Returns the milliseconds from start to exit. */
    double milliseconds() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start();
        int code = process.waitFor();
        long end = System.nanoTime();
        requireSuccess(code);
        return (end - start) / NANOS_PER_MILLI;
    }

    /**
     * Returns the peak resident memory in MiB, as last polled before the exit; 0 if the operating system does not report it. Polling
     * takes time, so rounds that measure time must not use it.
     */
    double peakMib() throws IOException, InterruptedException {
        Process process = start();
        double peak = 0;
        while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, readPeakMib(process.pid()));
        }
        requireSuccess(process.exitValue());
        return peak;
    }

    private static double readPeakMib(long pid) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(PEAK_KEY))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private void requireSuccess(int code) {
        if (code != 0) {
            throw new IllegalStateException(command + " exited with code " + code);
        }
    }
}
