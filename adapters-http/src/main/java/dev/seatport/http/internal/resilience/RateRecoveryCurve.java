package dev.seatport.http.internal.resilience;

/**
 * Recovery of the request rate: its rise after a cut, until the next cut. Times are seconds since the end of the pause.
 *
 * @param baseRate first rate of a {@link #search}; otherwise the estimated sustainable rate, to which the rate rises
 * @param approachSeconds duration of the slow part until it reaches {@code baseRate}; 0 for a search
 */
record RateRecoveryCurve(double baseRate, double approachSeconds) {
    /** Fraction of {@code baseRate} right after a cut. */
    private static final double START_FRACTION = 0.7;
    /** The slow part starts this fraction below {@code baseRate}, and ends the same fraction above it after twice its duration. */
    private static final double MARGIN_FRACTION = 0.06;
    /** Duration of the fast part, up to just below {@code baseRate}. */
    private static final double FAST_RISE_SECONDS = 1;

    private static final double APPROACH_SECONDS = 20;
    /** Shorter while few cuts are known, because the estimate is still rough. */
    private static final double EARLY_APPROACH_SECONDS = 3;

    private static final int MAX_EARLY_CUTS = 3;
    private static final double DOUBLINGS_PER_SECOND = 2;

    /** Curve after the first refusal, whose rate is a poor estimate: doubles twice a second until the next refusal. */
    static RateRecoveryCurve search(double rate) {
        return new RateRecoveryCurve(rate, 0);
    }

    /**
     * Curve after a later refusal: rises fast to just below {@code rate}, stays flat around it, and then rises ever faster (CUBIC).
     *
     * @param windowSeconds the slow part lasts at least one window of the vendor, so that the window is not used up early
     */
    static RateRecoveryCurve recovery(double rate, int cuts, double windowSeconds) {
        return new RateRecoveryCurve(
                rate, Math.max(windowSeconds, cuts <= MAX_EARLY_CUTS ? EARLY_APPROACH_SECONDS : APPROACH_SECONDS));
    }

    double rateAfter(double seconds) {
        if (approachSeconds == 0) {
            return baseRate * Math.pow(2, DOUBLINGS_PER_SECOND * seconds);
        }
        return seconds < FAST_RISE_SECONDS ? fastRise(seconds) : slowRise(seconds - FAST_RISE_SECONDS);
    }

    private double fastRise(double seconds) {
        return baseRate * (START_FRACTION + (1 - MARGIN_FRACTION - START_FRACTION) * seconds / FAST_RISE_SECONDS);
    }

    private double slowRise(double seconds) {
        double offset = (seconds - approachSeconds) / approachSeconds;
        return baseRate * (1 + MARGIN_FRACTION * offset * offset * offset);
    }
}
