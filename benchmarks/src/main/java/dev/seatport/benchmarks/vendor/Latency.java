package dev.seatport.benchmarks.vendor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Delays answers, all by as much. A thread beside the event loop keeps the time, for an event loop wakes up by milliseconds: one
 * too late is a twentieth of the latency, and the client would be blamed for it.
 */
final class Latency {
    private final boolean none;
    private final Executor later;

    Latency(Duration latency) {
        this.none = latency.isZero();
        this.later = CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
    }

    /** Runs the task later, where it was asked for. */
    void pass(Runnable task) {
        if (none) {
            task.run();
            return;
        }
        Context here = Vertx.currentContext();
        later.execute(() -> here.runOnContext(ignored -> task.run()));
    }
}
