package dev.seatport.http.internal.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after which waits a client sends requests again.
 *
 * @param attempts how many requests a call may send, without those that are refused for the rate
 * @param base of the wait before the first retry; doubles from retry to retry
 * @param throttledBase the same after the vendor said that it is asked too often
 * @param maxBackoff no wait that we choose is longer
 * @param longestRetryAfter no wait that the vendor asks for is kept if it is longer; the call fails at once
 */
public record RetryPolicy(
        int attempts, Duration base, Duration throttledBase, Duration maxBackoff, Duration longestRetryAfter) {
    /** How many cut bodies a call may retry: one that is cut again and again is cut on purpose. */
    static final int TRUNCATIONS = 2;

    private static final Duration BASE = Duration.ofMillis(200);
    private static final Duration THROTTLED_BASE = Duration.ofSeconds(1);
    /** A vendor that asks for more is not waited for. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(2);
    /** Beyond this, doubling further is longer than any wait. */
    private static final int MOST_DOUBLINGS = 20;

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("a call needs at least one attempt");
        }
    }

    /** A policy with the waits of every client. */
    public static RetryPolicy of(int attempts, Duration maxBackoff) {
        return new RetryPolicy(attempts, BASE, THROTTLED_BASE, maxBackoff, LONGEST_RETRY_AFTER);
    }

    /**
     * The wait before a retry: full jitter, so that callers who failed together do not come back together.
     *
     * @param retry 0 for the first one
     */
    Duration backoff(int retry, boolean throttled, RandomGenerator random) {
        Duration doubled = (throttled ? throttledBase : base).multipliedBy(1L << Math.min(retry, MOST_DOUBLINGS));
        return Duration.ofNanos(random.nextLong(cut(doubled).toNanos() + 1));
    }

    /** That wait, or the longest one. */
    Duration cut(Duration wait) {
        return wait.compareTo(maxBackoff) > 0 ? maxBackoff : wait;
    }

    /** Whether the vendor asks for no longer wait than is kept. */
    boolean keeps(Duration retryAfter) {
        return retryAfter.compareTo(longestRetryAfter) <= 0;
    }
}
