package dev.seatport.sandbox.injection;

import java.time.Duration;
import java.time.Instant;

/** So many calls at once, and so many more with each second that passes. Thread-safe. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final int burst;
    private double tokens;
    private Instant filled;

    TokenBucket(int perSecond, int burst, Instant now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filled = now;
    }

    synchronized boolean take(Instant now) {
        if (now.isAfter(filled)) {
            tokens = Math.min(burst, tokens + Duration.between(filled, now).toNanos() / NANOS * perSecond);
        }
        // Time that goes back fills nothing, and fills nothing twice when it comes again.
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
