package dev.seatport.http.internal.resilience;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Rate limit of a simulated vendor. */
interface SimulatedRateLimit {
    double NANOS_PER_SECOND = 1e9;

    /**
     * Requests at {@code now}.
     *
     * @return 0 if accepted; otherwise nanoseconds until a request would be accepted
     */
    long delayFor(long now);

    /** Token bucket. */
    static SimulatedRateLimit bucket(double perSecond, double depth, long startedAt) {
        return new SimulatedRateLimit() {
            private double tokens = depth;
            private long filled = startedAt;

            @Override
            public long delayFor(long now) {
                tokens = Math.min(depth, tokens + (now - filled) * perSecond / NANOS_PER_SECOND);
                filled = now;
                if (tokens >= 1) {
                    tokens--;
                    return 0;
                }
                return Math.max(1, Math.round((1 - tokens) / perSecond * NANOS_PER_SECOND));
            }
        };
    }

    /** Sliding window. */
    static SimulatedRateLimit sliding(double perSecond, Duration length) {
        Queue<Long> accepted = new ArrayDeque<>();
        long limit = Math.round(perSecond * length.toMillis() / 1000);
        return now -> {
            while (!accepted.isEmpty() && now - accepted.element() >= length.toNanos()) {
                accepted.remove();
            }
            if (accepted.size() < limit) {
                accepted.add(now);
                return 0;
            }
            return accepted.element() + length.toNanos() - now;
        };
    }

    /** Fixed windows. */
    static SimulatedRateLimit fixed(double perSecond, Duration length, long offset) {
        long limit = Math.round(perSecond * length.toMillis() / 1000);
        return new SimulatedRateLimit() {
            private long window = Long.MIN_VALUE;
            private long count;

            @Override
            public long delayFor(long now) {
                long current = Math.floorDiv(now + offset, length.toNanos());
                if (current != window) {
                    window = current;
                    count = 0;
                }
                if (count < limit) {
                    count++;
                    return 0;
                }
                return (current + 1) * length.toNanos() - now - offset;
            }
        };
    }
}
