package dev.seatport.benchmarks.decode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long the thread of a benchmark was at work: on a busy machine the clock on the wall counts the work of others too. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTimeProfiler {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** In nanoseconds. */
    public long worked;

    /** How many answers were read in that time. */
    public long answers;

    private long begun;

    @Setup(Level.Iteration)
    public void begin() {
        answers = 0;
        begun = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        worked = THREADS.getCurrentThreadCpuTime() - begun;
    }
}
