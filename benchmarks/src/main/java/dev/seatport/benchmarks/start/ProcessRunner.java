package dev.seatport.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line that is run as a whole process, again and again. */
final class ProcessRunner {
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final double KIB_OF_A_MIB = 1024;
    private static final String PEAK = "VmHWM:";

    private final List<String> command;

    ProcessRunner(List<String> command) {
        this.command = List.copyOf(command);
    }

    static ProcessRunner of(String... command) {
        return new ProcessRunner(List.of(command));
    }

    /** Starts it, with its standard output in a file. */
    Process start(File out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(Redirect.INHERIT);
        // The launcher runs the Java that this is run by, and nobody's settings or options.
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

    /** How many milliseconds it takes from its start to its end. */
    double milliseconds() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start();
        int code = process.waitFor();
        long end = System.nanoTime();
        requireFine(code);
        return (end - begin) / NANOS_OF_A_MILLI;
    }

    /**
     * The most memory that it had resident, in MiB, as last seen before it ended; 0 where the system does not tell. Looking takes
     * time, so this is for rounds in which time is not measured.
     */
    double peak() throws IOException, InterruptedException {
        Process process = start();
        double peak = 0;
        while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakOf(process.pid()));
        }
        requireFine(process.exitValue());
        return peak;
    }

    private static double peakOf(long pid) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_OF_A_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private void requireFine(int code) {
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
    }
}
