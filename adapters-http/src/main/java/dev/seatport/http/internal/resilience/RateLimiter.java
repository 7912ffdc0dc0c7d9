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
 * Rate limiter of the requests to one vendor. The caller acquires a permit just before it sends a request. Permits are granted at the
 * rate of {@link AdaptiveRateControl}, but none during a pause after a refusal.
 *
 * <p>A <em>refusal</em> is a rate-limit response: HTTP 429, or an error that the vendor's adapter declares as {@code RATE_LIMITED}. A
 * request with such a response is <em>refused</em>.
 *
 * <p>The result of {@link #acquire} may be subscribed to on any thread. All other methods are confined to the event loop.
 */
public final class RateLimiter {
    private final Executor eventLoop;
    private final Scheduler scheduler;
    private final AdaptiveRateControl rateControl;
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private long pausedUntil;
    private long lastRefusedAt;
    private Scheduler.@Nullable ScheduledTask timer;

    public RateLimiter(Executor eventLoop, Scheduler scheduler, AdaptiveRateControl rateControl) {
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
        this.rateControl = rateControl;
        this.pausedUntil = scheduler.nanoTime();
        this.lastRefusedAt = pausedUntil;
    }

    /**
     * Acquires a permit. Does not block. May be called and subscribed to on any thread.
     *
     * @return emits on the event loop when the caller may send the request; the item is that time as a value of {@link
     *     Scheduler#nanoTime}
     */
    public Uni<Long> acquire() {
        return CancellableTask.<Long>of(eventLoop, Waiter::new);
    }

    /**
     * Acquires a permit if the caller may send the request now. Confined to the event loop.
     *
     * @return the current time as a value of {@link Scheduler#nanoTime}; empty if the request would have to wait
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

    /** Returns the remaining time of the current pause; zero if there is none. */
    public Duration remainingPause() {
        return Duration.ofNanos(Math.max(0, pausedUntil - scheduler.nanoTime()));
    }

    /**
     * Records a request whose response was not HTTP 429. Other errors, such as HTTP 500, count as accepted, too.
     *
     * @param sentAt time returned by {@link #acquire}
     */
    public void onAccepted(long sentAt) {
        rateControl.onAccepted(sentAt);
    }

    /**
     * Records that the vendor's limit is nearly used up, and lowers the rate for some seconds.
     *
     * @param usedFraction at least {@link dev.seatport.http.spi.RateLimitStatus#SLOW_FROM}
     */
    public void onAnnounced(double usedFraction) {
        rateControl.onAnnounced(usedFraction, scheduler.nanoTime());
    }

    /**
     * Returns the number of earlier refusals since the last accepted request. Must be called before {@link #onRefused} for the same
     * request, because the pause that starts there can make the result 0.
     *
     * @param sentAt time at which the refused request was sent
     * @return 0 if the request was sent before the end of the latest pause
     */
    public int consecutiveRefusals(long sentAt) {
        return rateControl.consecutiveRefusals(sentAt);
    }

    /** Returns the time since the vendor began to refuse every request; zero if it accepts requests. */
    public Duration refusalDuration() {
        return rateControl.refusalDuration(scheduler.nanoTime());
    }

    /** Returns the number of times that the vendor accepted requests again after refusals. */
    public long acceptedAgainCount() {
        return rateControl.acceptedAgainCount();
    }

    /**
     * Records a refused request and pauses all requests. A pause that ends later stays in force.
     *
     * @param sentAt time returned by {@link #acquire}
     * @param pause time from now in which no request is sent
     * @param hasRetryAfter whether the response has a {@code Retry-After}. If false, a request that was sent before the previous
     *     refusal causes neither a pause nor a cut of the rate, because both belong to one burst
     */
    public void onRefused(long sentAt, Duration pause, boolean hasRetryAfter) {
        long now = scheduler.nanoTime();
        boolean sentBeforeLastRefusal = sentAt - lastRefusedAt < 0;
        lastRefusedAt = now;
        if (sentBeforeLastRefusal && !hasRetryAfter) {
            return;
        }
        long until = now + pause.toNanos();
        rateControl.onRefused(sentAt, until);
        if (until - pausedUntil > 0) {
            pausedUntil = until;
        }
    }

    /** Grants waiters in their order. If the first waiter must wait, one timer calls this method again. */
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
