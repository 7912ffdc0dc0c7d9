package dev.seatport.http.internal.resilience;

import dev.seatport.http.spi.RateLimitStatus;

/**
 * Upper limit of the request rate after a vendor announced that its limit is nearly used up. Each announcement lowers the rate below
 * the recent one. Without further announcements, the limit doubles each second. Confined to the event loop.
 */
final class AnnouncedLimit {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Fraction of the recent rate that is kept at a limit that is used up. The vendor may still accept, so not less. */
    private static final double KEPT_AT_LIMIT = 0.5;
    /** In requests per second. The used part may be due to earlier requests, so a slow client is not slowed further. */
    private static final double MIN_RATE = 5;
    /** After this time without an announcement, the limit is beyond any rate. */
    private static final double MAX_SECONDS = 30;

    private double rate = Double.POSITIVE_INFINITY;
    private long announcedAt;

    /**
     * Records an announcement.
     *
     * @param usedFraction at least {@link RateLimitStatus#SLOW_FROM}; 1 if the limit is used up
     * @param recentRate accepted requests per second in the last second
     * @param now monotonic nanoseconds
     */
    void announce(double usedFraction, double recentRate, long now) {
        rate = Math.max(MIN_RATE, recentRate * (1 - (1 - KEPT_AT_LIMIT) * excess(usedFraction)));
        announcedAt = now;
    }

    /**
     * Returns how far a limit is used up beyond {@link RateLimitStatus#SLOW_FROM}: from 0 to 1, which is the whole limit.
     *
     * @param usedFraction at least {@link RateLimitStatus#SLOW_FROM}
     */
    static double excess(double usedFraction) {
        return Math.min(1, (usedFraction - RateLimitStatus.SLOW_FROM) / (1 - RateLimitStatus.SLOW_FROM));
    }

    /** Returns the maximum requests per second; infinite if there is no limit. */
    double rate(long now) {
        double seconds = Math.max(0, (now - announcedAt) / NANOS_PER_SECOND);
        return seconds > MAX_SECONDS ? Double.POSITIVE_INFINITY : rate * Math.pow(2, seconds);
    }
}
