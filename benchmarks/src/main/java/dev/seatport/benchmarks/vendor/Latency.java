package dev.seatport.benchmarks.vendor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delays answers, all by as much. A thread beside the event loop keeps the time, for an event loop wakes up by milliseconds: one
 * too late is a twentieth of the latency, and the client would be blamed for it. It takes a while too until that thread and the
 * event loop are awake, so it is set to as much earlier as answers were late of late, at most a millisecond: who is kept from the
 * processor for longer makes up for nothing. Delays on one event loop; what they were on average may be asked for anywhere.
 */
final class Latency {
    /** How many answers the lateness is an average of, about. */
    private static final int MEMORY = 64;

    private static final double MOST = TimeUnit.MILLISECONDS.toNanos(1);

    private final long nanos;
    private double late;
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong nanosServed = new AtomicLong();

    Latency(Duration latency) {
        this.nanos = latency.toNanos();
    }

    /** Runs the task later, where it was asked for. */
    void pass(Runnable task) {
        if (nanos == 0) {
            task.run();
            return;
        }
        long asked = System.nanoTime();
        Context here = Vertx.currentContext();
        Executor later = CompletableFuture.delayedExecutor(
                Math.max(0, nanos - Math.round(late)), TimeUnit.NANOSECONDS, Runnable::run);
        later.execute(() -> here.runOnContext(ignored -> {
            long took = System.nanoTime() - asked;
            late = Math.max(0, Math.min(MOST, late + (took - nanos) / (double) MEMORY));
            nanosServed.addAndGet(took);
            served.incrementAndGet();
            task.run();
        }));
    }

    /** How long answers were kept on average, in microseconds. */
    long mean() {
        long answers = served.get();
        return answers == 0 ? 0 : TimeUnit.NANOSECONDS.toMicros(nanosServed.get() / answers);
    }
}
