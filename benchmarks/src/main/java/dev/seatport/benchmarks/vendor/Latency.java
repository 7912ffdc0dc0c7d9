package dev.seatport.benchmarks.vendor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delays responses by a constant time. Confined to the event loop, except for {@link #meanMicros()}.
 *
 * <p>A separate thread measures the time. The timers of an event loop have a resolution of a millisecond: a twentieth of the latency,
 * which would count against the client. That thread and the event loop also need time to wake up. The timer is therefore set earlier by
 * the recent mean lateness, at most by a millisecond. Longer delays by a busy processor are not compensated.
 */
final class Latency {
    /** Responses in the moving average of the lateness. */
    private static final int AVERAGED_RESPONSES = 64;

    private static final double MAX_LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final long nanos;
    private double leadNanos;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong totalNanos = new AtomicLong();

    Latency(Duration latency) {
        this.nanos = latency.toNanos();
    }

    /** Runs the task after the latency on the caller's context. */
    void delay(Runnable task) {
        if (nanos == 0) {
            task.run();
            return;
        }
        long start = System.nanoTime();
        Context context = Vertx.currentContext();
        Executor delayed = CompletableFuture.delayedExecutor(
                Math.max(0, nanos - Math.round(leadNanos)), TimeUnit.NANOSECONDS, Runnable::run);
        delayed.execute(() -> context.runOnContext(ignored -> {
            long elapsed = System.nanoTime() - start;
            leadNanos =
                    Math.max(0, Math.min(MAX_LEAD_NANOS, leadNanos + (elapsed - nanos) / (double) AVERAGED_RESPONSES));
            totalNanos.addAndGet(elapsed);
            count.incrementAndGet();
            task.run();
        }));
    }

    /** Returns the mean delay of responses in microseconds. */
    long meanMicros() {
        long responses = count.get();
        return responses == 0 ? 0 : TimeUnit.NANOSECONDS.toMicros(totalNanos.get() / responses);
    }
}
