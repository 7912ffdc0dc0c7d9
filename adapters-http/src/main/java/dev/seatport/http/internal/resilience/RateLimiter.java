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
 * Rate limiter that every request to a vendor acquires just before it is sent. Pauses all calls when the vendor refuses one for the
 * rate; otherwise grants requests at the rate of {@link AdaptiveRateControl}. Confined to the event loop.
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

    /**
     * Waits until a request may be sent.
     *
     * @return the time at which it may be sent, in nanoseconds of the scheduler
     */
    public Uni<Long> acquire() {
        return CancellableTask.<Long>of(eventLoop, Waiter::new);
    }

    /**
     * Acquires without waiting. Confined to the event loop.
     *
     * @return the time at which the request may be sent; empty if it would have to wait
     */
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

    /** Returns the rest of the pause after a refusal; zero without one. */
    public Duration remainingPause() {
        return Duration.ofNanos(Math.max(0, pausedUntil - scheduler.nanoTime()));
    }

    /**
     * Counts a request that the vendor did not refuse for the rate.
     *
     * @param sentAt time returned by {@link #acquire}
     */
    public void onAccepted(long sentAt) {
        rateControl.onAccepted(sentAt);
    }

    /**
     * Returns the number of refusals since the last accepted request.
     *
     * @param sentAt time of the last refused request; 0 is returned if it was sent before the vendor began to refuse
     */
    public int consecutiveRefusals(long sentAt) {
        return rateControl.consecutiveRefusals(sentAt);
    }

    /** Returns for how long the vendor has refused every request; zero if it accepts requests. */
    public Duration refusingFor() {
        return rateControl.refusingFor(scheduler.nanoTime());
    }

    /** Returns how often the vendor accepted a request after a time of refusals. */
    public long recoveries() {
        return rateControl.recoveries();
    }

    /**
     * Pauses after a request that the vendor refused for the rate.
     *
     * @param sentAt time returned by {@link #acquire}
     * @param pause how long nothing is sent
     * @param requestedByVendor whether the pause is the vendor's {@code Retry-After}; otherwise only the first refusal of a burst
     *     pauses
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

    /** Grants waiters in their order. One timer resumes for the first waiter that must wait. */
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
