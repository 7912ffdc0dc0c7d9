package dev.seatport.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes. Needs Linux. */
public final class PeakMemory {
    private static final double KIB_PER_MIB = 1024;
    private static final double BYTES_PER_MIB = 1024 * 1024;

    private PeakMemory() {}

    /** The most memory that the process had so far, in MiB. */
    public static double peak() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(candidate -> candidate.startsWith("VmHWM"))
                .findFirst()
                .orElseThrow(() -> new IOException("the system does not tell the most memory of a process"));
        return Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB;
    }

    /** What is left on the heap after a collection, in MiB. */
    public static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB;
    }
}
