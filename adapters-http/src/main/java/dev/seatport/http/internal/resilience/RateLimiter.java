package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.internal.scheduling.Scheduler;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What every request to a vendor passes just before it is sent: closed for a while when the vendor says that it is asked too often,
 * whichever call it said it to; otherwise as wide as the rate that the vendor takes. Lives on one event loop.
 */
public final class RateLimiter {
    private final Executor loop;
    private final Scheduler time;
    private final AdaptiveRateControl rate;
    private final Queue<Waiter> waiting = new ArrayDeque<>();
    private long closedUntil;
    private long refusedAt;
    private Scheduler.@Nullable ScheduledTask alarm;

    public RateLimiter(Executor loop, Scheduler time, AdaptiveRateControl rate) {
        this.loop = loop;
        this.time = time;
        this.rate = rate;
        this.closedUntil = time.nanos();
        this.refusedAt = closedUntil;
    }

    /** Waits until a request may be sent; gives the time at which it may. */
    public Uni<Long> pass() {
        return CancellableTask.<Long>of(loop, Waiter::new);
    }

    /** Passes if nobody has to wait; gives the time at which the request may be sent. For callers on the event loop. */
    public OptionalLong passAtOnce() {
        long now = time.nanos();
        if (!waiting.isEmpty() || closedUntil - now > 0 || !rate.next(now).isZero()) {
            return OptionalLong.empty();
        }
        rate.sent(now);
        return OptionalLong.of(now);
    }

    /** A request that waits until it may be sent. */
    private final class Waiter extends CancellableTask<Long> {
        private boolean passed;

        Waiter(UniEmitter<? super Long> emitter) {
            super(emitter);
        }

        @Override
        protected void begin() {
            waiting.add(this);
            open();
        }

        void pass(long now) {
            passed = true;
            complete(now);
        }

        @Override
        protected void release() {
            if (!passed && waiting.remove(this) && waiting.isEmpty()) {
                callOff();
            }
        }
    }

    /** How long nothing is sent because the vendor said so; zero if it did not. */
    public Duration closedFor() {
        return Duration.ofNanos(Math.max(0, closedUntil - time.nanos()));
    }

    /**
     * The vendor took a request.
     *
     * @param sentAt when it was sent, as {@link #pass} gave it
     */
    public void accepted(long sentAt) {
        rate.accepted(sentAt);
    }

    /**
     * How often the vendor refused since it last took a request.
     *
     * @param sentAt when the last one was sent; one sent before it was known that the vendor refuses counts for none
     */
    public int refusalsInARow(long sentAt) {
        return rate.refusalsInARow(sentAt);
    }

    /** For how long the vendor refused everything by now; zero if it takes requests. */
    public Duration refusingFor() {
        return rate.refusingFor(time.nanos());
    }

    /** How often the vendor took a request again after it had refused some. */
    public long openings() {
        return rate.openings();
    }

    /**
     * The vendor refused a request for the rate.
     *
     * @param sentAt when it was sent, as {@link #pass} gave it
     * @param wait how long nothing is to be sent
     * @param asked whether the vendor asked for that wait; if it is ours, the first of several refusals of a burst decides
     */
    public void refused(long sentAt, Duration wait, boolean asked) {
        long now = time.nanos();
        boolean late = sentAt - refusedAt < 0;
        refusedAt = now;
        if (late && !asked) {
            return;
        }
        long until = now + wait.toNanos();
        rate.refused(sentAt, until);
        if (until - closedUntil > 0) {
            closedUntil = until;
        }
    }

    /** Lets through whoever may go, in the order in which they came; the first who may not is called again in time. */
    private void open() {
        while (!waiting.isEmpty()) {
            long now = time.nanos();
            long closed = closedUntil - now;
            Duration wait = closed > 0 ? Duration.ofNanos(closed) : rate.next(now);
            if (!wait.isZero()) {
                openAfter(wait);
                return;
            }
            rate.sent(now);
            waiting.remove().pass(now);
        }
    }

    private void openAfter(Duration wait) {
        callOff();
        alarm = time.after(wait, this::open);
    }

    private void callOff() {
        if (alarm != null) {
            alarm.callOff();
            alarm = null;
        }
    }
}
