package dev.seatport.http.internal.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after which waits a client sends requests again.
 *
 * @param maxAttempts how many requests a call may send, without those that are refused for the rate
 * @param baseDelay of the wait before the first retry; doubles from retry to retry
 * @param throttledBaseDelay the same after the vendor said that it is asked too often
 * @param maxBackoff no wait that we choose is longer
 * @param maxRetryAfter no wait that the vendor asks for is kept if it is longer; the call fails at once
 */
public record RetryPolicy(
        int maxAttempts, Duration baseDelay, Duration throttledBaseDelay, Duration maxBackoff, Duration maxRetryAfter) {
    /** How many cut bodies a call may retry: one that is cut again and again is cut on purpose. */
    static final int MAX_TRUNCATIONS = 2;

    private static final Duration BASE_DELAY = Duration.ofMillis(200);
    private static final Duration THROTTLED_BASE_DELAY = Duration.ofSeconds(1);
    /** A vendor that asks for more is not waited for. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(2);
    /** Beyond this, doubling further is longer than any wait. */
    private static final int MAX_DOUBLINGS = 20;

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a call needs at least one attempt");
        }
    }

    /** A policy with the waits of every client. */
    public static RetryPolicy of(int maxAttempts, Duration maxBackoff) {
        return new RetryPolicy(maxAttempts, BASE_DELAY, THROTTLED_BASE_DELAY, maxBackoff, MAX_RETRY_AFTER);
    }

    /**
     * The wait before a retry: full jitter, so that callers who failed together do not come back together.
     *
     * @param retry 0 for the first one
     */
    Duration backoff(int retry, boolean throttled, RandomGenerator random) {
        Duration doubled =
                (throttled ? throttledBaseDelay : baseDelay).multipliedBy(1L << Math.min(retry, MAX_DOUBLINGS));
        return Duration.ofNanos(random.nextLong(cap(doubled).toNanos() + 1));
    }

    /** That wait, or the longest one. */
    Duration cap(Duration wait) {
        return wait.compareTo(maxBackoff) > 0 ? maxBackoff : wait;
    }

    /** Whether the vendor asks for no longer wait than is kept. */
    boolean accepts(Duration retryAfter) {
        return retryAfter.compareTo(maxRetryAfter) <= 0;
    }
}
