package dev.seatport.http.internal.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a retry: full jitter, so that callers who failed together do not come back together. */
final class Backoff {
    /** Beyond this, doubling further is longer than any wait. */
    private static final int MOST_DOUBLINGS = 20;

    private final RetryPolicy policy;
    private final RandomGenerator random;

    Backoff(RetryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /**
     * The wait before a retry.
     *
     * @param retry 0 for the first one
     */
    Duration before(int retry, boolean throttled) {
        Duration base = throttled ? policy.throttledBase() : policy.base();
        Duration doubled = base.multipliedBy(1L << Math.min(retry, MOST_DOUBLINGS));
        Duration most = doubled.compareTo(policy.longestWait()) > 0 ? policy.longestWait() : doubled;
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }
}
