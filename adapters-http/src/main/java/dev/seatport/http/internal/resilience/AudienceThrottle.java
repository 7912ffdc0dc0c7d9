package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.spi.RateLimitStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Pauses of single audiences, after refusals that concern one audience only (see {@link RateLimiter}). The requests for other
 * audiences go on. Confined to the event loop.
 */
public final class AudienceThrottle {
    /** Beyond it, ended pauses are removed. Audiences that are not called any more would stay otherwise. */
    private static final int MAX_ENDED_PAUSES = 1_000;
    /** Pause after a response that says that the limit of the audience is used up. */
    private static final Duration FULL_SLOWDOWN = Duration.ofSeconds(1);

    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Executor eventLoop;
    private final Scheduler scheduler;
    private final Map<String, AudiencePause> pauses = new HashMap<>();

    public AudienceThrottle(RetryPolicy policy, RandomGenerator random, Executor eventLoop, Scheduler scheduler) {
        this.policy = policy;
        this.random = random;
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
    }

    private static final class AudiencePause {
        private long until;
        private long refusedAt;
        private int consecutiveRefusals;

        AudiencePause(long now) {
            until = now;
            refusedAt = now;
        }

        void extend(long end) {
            if (end - until > 0) {
                until = end;
            }
        }
    }

    /** Returns the remaining time of the pause of an audience; zero if there is none. */
    public Duration remainingPause(@Nullable String audience) {
        AudiencePause pause = pauses.isEmpty() || audience == null ? null : pauses.get(audience);
        return pause == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, pause.until - scheduler.nanoTime()));
    }

    /** Returns the signal of a call that waits for the end of the pause of its audience. */
    public PausedCallException paused(String audience) {
        return new PausedCallException(CancellableTask.delay(remainingPause(audience), scheduler, eventLoop));
    }

    /**
     * Records a refused request, and pauses its audience. A pause that ends later stays in force.
     *
     * @return whether the call may wait for the end of the pause. If not, the vendor requires a longer wait than any call may take, or
     *     calls are not retried
     */
    public boolean onRefused(String audience, AttemptException refusal) {
        long now = scheduler.nanoTime();
        AudiencePause pause = pause(audience, now);
        boolean acceptable = refusal.retryAfter().map(policy::accepts).orElse(true);
        boolean sentBeforeLastRefusal = pause.consecutiveRefusals > 0 && refusal.sentAt() - pause.refusedAt < 0;
        pause.refusedAt = now;
        // Refusals of one burst show nothing new.
        if (!sentBeforeLastRefusal || refusal.retryAfter().isPresent()) {
            Duration wait = acceptable
                    ? refusal.retryAfter().orElseGet(() -> backoff(pause.consecutiveRefusals))
                    : policy.maxBackoff();
            pause.extend(now + wait.toNanos());
            pause.consecutiveRefusals += sentBeforeLastRefusal ? 0 : 1;
        }
        return acceptable && policy.maxAttempts() > 1;
    }

    /** The backoff is random and may be near zero, so half of the base delay is its minimum. */
    private Duration backoff(int consecutiveRefusals) {
        Duration minimum = policy.cap(policy.throttledBaseDelay().dividedBy(2));
        Duration backoff = policy.backoff(consecutiveRefusals, true, random);
        return backoff.compareTo(minimum) > 0 ? backoff : minimum;
    }

    /**
     * Records that the limit of an audience is nearly used up, and pauses the audience for at most one second.
     *
     * @param usedFraction at least {@link RateLimitStatus#SLOW_FROM}
     */
    public void onAnnounced(String audience, double usedFraction) {
        double excess = Math.min(1, (usedFraction - RateLimitStatus.SLOW_FROM) / (1 - RateLimitStatus.SLOW_FROM));
        long now = scheduler.nanoTime();
        pause(audience, now).extend(now + Math.round(FULL_SLOWDOWN.toNanos() * excess));
    }

    /**
     * Records a request whose response was no refusal.
     *
     * @param sentAt send time of the request, as a value of {@link Scheduler#nanoTime}
     */
    public void onAccepted(@Nullable String audience, long sentAt) {
        AudiencePause pause = pauses.isEmpty() || audience == null ? null : pauses.get(audience);
        if (pause != null && sentAt - pause.until >= 0) {
            pauses.remove(audience);
        }
    }

    /** Returns the number of audiences with a pause, also of ended ones. */
    int pauseCount() {
        return pauses.size();
    }

    private AudiencePause pause(String audience, long now) {
        if (pauses.size() >= MAX_ENDED_PAUSES) {
            pauses.values().removeIf(pause -> pause.until - now < 0);
        }
        return pauses.computeIfAbsent(audience, unused -> new AudiencePause(now));
    }
}
