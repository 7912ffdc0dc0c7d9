package dev.seatport.http.internal.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Number of attempts and waits between them.
 *
 * @param maxAttempts requests that a call may send, not counting those with a rate-limit response
 * @param baseDelay upper bound of the wait before the first retry; doubles with each retry
 * @param throttledBaseDelay the same after a rate-limit response
 * @param maxBackoff upper bound of the waits that the client chooses
 * @param maxRetryAfter longest {@code Retry-After} that is waited for; with a longer one the call fails at once
 */
public record RetryPolicy(
        int maxAttempts, Duration baseDelay, Duration throttledBaseDelay, Duration maxBackoff, Duration maxRetryAfter) {
    /** A body that is truncated more often is truncated on purpose. */
    static final int MAX_TRUNCATIONS = 2;

    private static final Duration BASE_DELAY = Duration.ofMillis(200);
    private static final Duration THROTTLED_BASE_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(2);
    /** Further doublings exceed any backoff. */
    private static final int MAX_DOUBLINGS = 20;

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a call needs at least one attempt");
        }
    }

    /** Policy with the default delays. */
    public static RetryPolicy of(int maxAttempts, Duration maxBackoff) {
        return new RetryPolicy(maxAttempts, BASE_DELAY, THROTTLED_BASE_DELAY, maxBackoff, MAX_RETRY_AFTER);
    }

    /**
     * Returns a random wait before a retry (full jitter), so that calls that failed together do not retry together.
     *
     * @param retry 0 for the first one
     */
    Duration backoff(int retry, boolean throttled, RandomGenerator random) {
        Duration doubled =
                (throttled ? throttledBaseDelay : baseDelay).multipliedBy(1L << Math.min(retry, MAX_DOUBLINGS));
        return Duration.ofNanos(random.nextLong(cap(doubled).toNanos() + 1));
    }

    Duration cap(Duration wait) {
        return wait.compareTo(maxBackoff) > 0 ? maxBackoff : wait;
    }

    /** Returns whether a {@code Retry-After} is short enough to be waited for. */
    boolean accepts(Duration retryAfter) {
        return retryAfter.compareTo(maxRetryAfter) <= 0;
    }
}
