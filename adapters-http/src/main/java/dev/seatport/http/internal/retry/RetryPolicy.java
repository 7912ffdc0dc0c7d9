package dev.seatport.http.internal.retry;

import java.time.Duration;

/**
 * How stubborn a client is.
 *
 * @param attempts how many requests a call may send, without those that are refused for the rate
 * @param base of the wait before the first retry; doubles from retry to retry
 * @param throttledBase the same after the vendor said that it is asked too often
 * @param longestWait no wait that we choose is longer
 * @param longestRetryAfter no wait that the vendor asks for is kept if it is longer; the call fails at once
 */
public record RetryPolicy(
        int attempts, Duration base, Duration throttledBase, Duration longestWait, Duration longestRetryAfter) {
    /** How many cut bodies a call may retry: one that is cut again and again is cut on purpose. */
    static final int TRUNCATIONS = 2;

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("a call needs at least one attempt");
        }
    }
}
