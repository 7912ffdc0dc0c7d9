package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.spi.RateLimitStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        private long refusedUntil;
        private long announcedUntil;
        private long refusedAt;
        private int consecutiveRefusals;

        AudiencePause(long now) {
            refusedUntil = now;
            announcedUntil = now;
            refusedAt = now;
        }

        long until() {
            return later(refusedUntil, announcedUntil);
        }
    }

    /** Returns the remaining time of the pause of an audience; zero if there is none. */
    public Duration remainingPause(@Nullable String audience) {
        AudiencePause pause = existingPause(audience);
        return pause == null ? Duration.ZERO : remaining(pause.until());
    }

    /** Returns the remaining time of the pause of an audience after a refusal, without the pause after an announced limit. */
    public Duration remainingRefusalPause(@Nullable String audience) {
        AudiencePause pause = existingPause(audience);
        return pause == null ? Duration.ZERO : remaining(pause.refusedUntil);
    }

    private @Nullable AudiencePause existingPause(@Nullable String audience) {
        return pauses.isEmpty() || audience == null ? null : pauses.get(audience);
    }

    private Duration remaining(long until) {
        return Duration.ofNanos(Math.max(0, until - scheduler.nanoTime()));
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    /** Returns the signal of a call that waits for the pause of its audience. */
    public PausedCallException paused(Duration pause) {
        return new PausedCallException(CancellableTask.delay(pause, scheduler, eventLoop));
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
        // A Retry-After of zero, or a date in the past, would repeat the request at once, without any limit.
        Optional<Duration> retryAfter = refusal.retryAfter().filter(wait -> !wait.isZero());
        boolean acceptable = retryAfter.map(policy::accepts).orElse(true);
        boolean sentBeforeLastRefusal = pause.consecutiveRefusals > 0 && refusal.sentAt() - pause.refusedAt < 0;
        // Refusals of one burst show nothing new.
        if (!sentBeforeLastRefusal || retryAfter.isPresent()) {
            Duration wait =
                    acceptable ? retryAfter.orElseGet(() -> backoff(pause.consecutiveRefusals)) : policy.maxBackoff();
            pause.refusedUntil = later(pause.refusedUntil, now + wait.toNanos());
        }
        if (!sentBeforeLastRefusal) {
            pause.refusedAt = now;
            pause.consecutiveRefusals++;
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
        long now = scheduler.nanoTime();
        long until = now + Math.round(FULL_SLOWDOWN.toNanos() * AnnouncedLimit.excess(usedFraction));
        AudiencePause pause = pause(audience, now);
        pause.announcedUntil = later(pause.announcedUntil, until);
    }

    /**
     * Records a request whose response was no refusal.
     *
     * @param sentAt send time of the request, as a value of {@link Scheduler#nanoTime}
     */
    public void onAccepted(@Nullable String audience, long sentAt) {
        AudiencePause pause = existingPause(audience);
        if (pause != null && sentAt - pause.until() >= 0) {
            pauses.remove(audience);
        }
    }

    /** Returns the number of audiences with a pause, also of ended ones. */
    int pauseCount() {
        return pauses.size();
    }

    private AudiencePause pause(String audience, long now) {
        if (pauses.size() >= MAX_ENDED_PAUSES) {
            pauses.values().removeIf(pause -> pause.until() - now < 0);
        }
        return pauses.computeIfAbsent(audience, unused -> new AudiencePause(now));
    }
}
