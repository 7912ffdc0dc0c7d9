package dev.seatport.benchmarks.decode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures the CPU time of a benchmark's thread. On a busy machine the wall clock includes the work of other processes. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTimeProfiler {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** CPU time in nanoseconds. */
    public long cpuNanos;

    /** Responses decoded in that time. */
    public long responses;

    private long start;

    @Setup(Level.Iteration)
    public void begin() {
        responses = 0;
        start = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = THREADS.getCurrentThreadCpuTime() - start;
    }
}
