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
    private final Executor eventLoop;
    private final Scheduler scheduler;
    private final AdaptiveRateControl rateControl;
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private long pausedUntil;
    private long refusedAt;
    private Scheduler.@Nullable ScheduledTask timer;

    public RateLimiter(Executor eventLoop, Scheduler scheduler, AdaptiveRateControl rateControl) {
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
        this.rateControl = rateControl;
        this.pausedUntil = scheduler.nanoTime();
        this.refusedAt = pausedUntil;
    }

    /** Waits until a request may be sent; gives the time at which it may. */
    public Uni<Long> acquire() {
        return CancellableTask.<Long>of(eventLoop, Waiter::new);
    }

    /** Passes if nobody has to wait; gives the time at which the request may be sent. For callers on the event loop. */
    public OptionalLong tryAcquire() {
        long now = scheduler.nanoTime();
        if (!waiters.isEmpty()
                || pausedUntil - now > 0
                || !rateControl.delayUntilNext(now).isZero()) {
            return OptionalLong.empty();
        }
        rateControl.onSent(now);
        return OptionalLong.of(now);
    }

    /** A request that waits until it may be sent. */
    private final class Waiter extends CancellableTask<Long> {
        private boolean granted;

        Waiter(UniEmitter<? super Long> emitter) {
            super(emitter);
        }

        @Override
        protected void onStart() {
            waiters.add(this);
            drain();
        }

        void grant(long now) {
            granted = true;
            complete(now);
        }

        @Override
        protected void release() {
            if (!granted && waiters.remove(this) && waiters.isEmpty()) {
                cancelTimer();
            }
        }
    }

    /** How long nothing is sent because the vendor said so; zero if it did not. */
    public Duration remainingPause() {
        return Duration.ofNanos(Math.max(0, pausedUntil - scheduler.nanoTime()));
    }

    /**
     * The vendor took a request.
     *
     * @param sentAt when it was sent, as {@link #acquire} gave it
     */
    public void onAccepted(long sentAt) {
        rateControl.onAccepted(sentAt);
    }

    /**
     * How often the vendor refused since it last took a request.
     *
     * @param sentAt when the last one was sent; one sent before it was known that the vendor refuses counts for none
     */
    public int consecutiveRefusals(long sentAt) {
        return rateControl.consecutiveRefusals(sentAt);
    }

    /** For how long the vendor refused everything by now; zero if it takes requests. */
    public Duration refusingFor() {
        return rateControl.refusingFor(scheduler.nanoTime());
    }

    /** How often the vendor took a request again after it had refused some. */
    public long recoveries() {
        return rateControl.recoveries();
    }

    /**
     * The vendor refused a request for the rate.
     *
     * @param sentAt when it was sent, as {@link #acquire} gave it
     * @param pause how long nothing is to be sent
     * @param requestedByVendor whether the vendor asked for that wait; if it is ours, the first of several refusals of a burst decides
     */
    public void onRefused(long sentAt, Duration pause, boolean requestedByVendor) {
        long now = scheduler.nanoTime();
        boolean stale = sentAt - refusedAt < 0;
        refusedAt = now;
        if (stale && !requestedByVendor) {
            return;
        }
        long until = now + pause.toNanos();
        rateControl.onRefused(sentAt, until);
        if (until - pausedUntil > 0) {
            pausedUntil = until;
        }
    }

    /** Lets through whoever may go, in the order in which they came; the first who may not is called again in time. */
    private void drain() {
        while (!waiters.isEmpty()) {
            long now = scheduler.nanoTime();
            long paused = pausedUntil - now;
            Duration wait = paused > 0 ? Duration.ofNanos(paused) : rateControl.delayUntilNext(now);
            if (!wait.isZero()) {
                drainAfter(wait);
                return;
            }
            rateControl.onSent(now);
            waiters.remove().grant(now);
        }
    }

    private void drainAfter(Duration wait) {
        cancelTimer();
        timer = scheduler.schedule(wait, this::drain);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
