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
    private final Context loop;
    private final LongSupplier nanos;
    private final Map<Duration, FixedTimeoutQueue> lines = new HashMap<>();

    /**
     * A clockwork.
     *
     * @param loop where tasks run, whichever thread sets the alarm
     * @param nanos a monotonic clock
     */
    public VertxScheduler(Vertx vertx, Context loop, LongSupplier nanos) {
        this.vertx = vertx;
        this.loop = loop;
        this.nanos = nanos;
    }

    @Override
    public long nanos() {
        return nanos.getAsLong();
    }

    @Override
    public ScheduledTask after(Duration wait, Runnable task) {
        // A timer of zero is refused, and one that fires early would find its time not yet come.
        long millis = Math.max(1, wait.plusNanos(999_999).toMillis());
        long timer = vertx.setTimer(millis, id -> loop.runOnContext(ignored -> task.run()));
        return () -> vertx.cancelTimer(timer);
    }

    /** A timer of Vert.x for each exchange, and some for each, would cost more than all else that is done for it. */
    @Override
    public FixedTimeout fixedTimeout(Duration wait) {
        return lines.computeIfAbsent(wait, length -> new FixedTimeoutQueue(length, this));
    }

    /** Calls off what is left of its timers. */
    public void close() {
        lines.values().forEach(FixedTimeoutQueue::close);
    }
}
