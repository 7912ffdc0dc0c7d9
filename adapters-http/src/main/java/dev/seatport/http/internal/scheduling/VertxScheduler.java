package dev.seatport.http.internal.scheduling;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The clockwork of a running client: timers of Vert.x, on the client's event loop. */
public final class VertxScheduler implements Scheduler {
    private final Vertx vertx;
    private final Context context;
    private final LongSupplier clock;
    private final Map<Duration, FixedTimeoutQueue> timeoutQueues = new HashMap<>();

    /**
     * A clockwork.
     *
     * @param context where tasks run, whichever thread sets the alarm
     * @param clock a monotonic clock
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
        // A timer of zero is refused, and one that fires early would find its time not yet come.
        long millis = Math.max(1, delay.plusNanos(999_999).toMillis());
        long timer = vertx.setTimer(millis, id -> context.runOnContext(ignored -> task.run()));
        return () -> vertx.cancelTimer(timer);
    }

    /** A timer of Vert.x for each exchange, and some for each, would cost more than all else that is done for it. */
    @Override
    public FixedTimeout fixedTimeout(Duration timeout) {
        return timeoutQueues.computeIfAbsent(timeout, length -> new FixedTimeoutQueue(length, this));
    }

    /** Calls off what is left of its timers. */
    public void close() {
        timeoutQueues.values().forEach(FixedTimeoutQueue::close);
    }
}
