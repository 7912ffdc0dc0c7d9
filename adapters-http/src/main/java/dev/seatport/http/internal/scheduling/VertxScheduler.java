package dev.seatport.http.internal.scheduling;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Scheduler with Vert.x timers that run tasks on the event loop of a client. */
public final class VertxScheduler implements Scheduler {
    private final Vertx vertx;
    private final Context context;
    private final LongSupplier clock;
    private final Map<Duration, FixedTimeoutQueue> timeoutQueues = new HashMap<>();

    /**
     * @param context event loop that runs the tasks
     * @param clock monotonic nanoseconds
     */
    public VertxScheduler(Vertx vertx, Context context, LongSupplier clock) {
        this.vertx = vertx;
        this.context = context;
        this.clock = clock;
    }

    @Override
    public long nanoTime() {
        return clock.getAsLong();
    }

    @Override
    public ScheduledTask schedule(Duration delay, Runnable task) {
        // Vert.x rejects a delay of zero, and a timer that fires early would find its timeout not yet reached.
        long millis = Math.max(1, delay.plusNanos(999_999).toMillis());
        long timer = vertx.setTimer(millis, id -> context.runOnContext(ignored -> task.run()));
        return () -> vertx.cancelTimer(timer);
    }

    /** One Vert.x timer for each exchange would cost more than the rest of the exchange. */
    @Override
    public FixedTimeout fixedTimeout(Duration timeout) {
        return timeoutQueues.computeIfAbsent(timeout, length -> new FixedTimeoutQueue(length, this));
    }

    /** Cancels the timers of all fixed timeouts. */
    public void close() {
        timeoutQueues.values().forEach(FixedTimeoutQueue::close);
    }
}
