package dev.seatport.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process. Requires Linux. */
public final class PeakMemory {
    private static final double KIB_PER_MIB = 1024;
    private static final double BYTES_PER_MIB = 1024 * 1024;

    private PeakMemory() {}

    /** Returns the peak resident memory so far in MiB. */
    public static double peakMib() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(candidate -> candidate.startsWith("VmHWM"))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"));
        return Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB;
    }

    /** Returns the used heap after a garbage collection in MiB. */
    public static double liveHeapMib() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB;
    }
}
