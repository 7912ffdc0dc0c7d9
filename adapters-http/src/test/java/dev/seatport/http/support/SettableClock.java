package dev.seatport.http.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Clock that stands still until a test advances it. */
public final class SettableClock implements InstantSource {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private volatile Instant now = BEGIN;

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    /**
     * Returns monotonic time in nanoseconds. It advances continuously, so that delays end, and jumps with {@link #advance}.
     */
    public long nanos() {
        return System.nanoTime() + Duration.between(BEGIN, now).toNanos();
    }
}
