package dev.seatport.sandbox.injection;

import java.time.Duration;
import java.time.Instant;

/** Token bucket: a burst of calls, refilled per second. Thread-safe. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final int burst;
    private double tokens;
    private Instant filledAt;

    TokenBucket(int perSecond, int burst, Instant now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = now;
    }

    /** Returns the share of the burst that is used up. */
    synchronized double usedShare() {
        return 1 - tokens / burst;
    }

    synchronized boolean tryTake(Instant now) {
        if (now.isAfter(filledAt)) {
            tokens = Math.min(burst, tokens + Duration.between(filledAt, now).toNanos() / NANOS * perSecond);
        }
        // A clock that goes backwards must not refill the bucket, nor refill it twice later.
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
