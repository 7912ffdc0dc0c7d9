package dev.seatport.http.internal.resilience;

/**
 * How the rate rises after a cut, until the next one. Times are seconds since requests may be sent again.
 *
 * @param baseRate what it starts from: for a {@link #search} the first rate that is tried, otherwise the rate that held
 * @param approachSeconds how long the slow part takes to get back to what held; 0 for a search
 */
record RateRecoveryCurve(double baseRate, double approachSeconds) {
    /** How far a cut throws us back. */
    private static final double START_FRACTION = 0.7;
    /** How far below the rate that held the slow part begins, and how far beyond it has come after twice its time. */
    private static final double MARGIN_FRACTION = 0.06;
    /** How long the way back to just under the rate that held takes. */
    private static final double RECOVERY_SECONDS = 1;
    /** How long the slow part takes to get back to what held. */
    private static final double APPROACH_SECONDS = 20;
    /** The same while few cuts are known, and what they told is little more than a guess. */
    private static final double EARLY_APPROACH_SECONDS = 3;
    /** How many cuts are few. */
    private static final int MAX_EARLY_CUTS = 3;
    /** How often a search doubles in a second. */
    private static final double DOUBLINGS_PER_SECOND = 2;

    /** After the first refusal, which says little: doubles twice a second, until the next one. */
    static RateRecoveryCurve search(double rate) {
        return new RateRecoveryCurve(rate, 0);
    }

    /**
     * After all others: soon back to just under what held, flat around it, and steeper the longer nothing is refused (CUBIC).
     *
     * @param windowSeconds in seconds: the slow part is no shorter than a window of the vendor's, which would be used up too early
     */
    static RateRecoveryCurve recovery(double rate, int cuts, double windowSeconds) {
        return new RateRecoveryCurve(
                rate, Math.max(windowSeconds, cuts <= MAX_EARLY_CUTS ? EARLY_APPROACH_SECONDS : APPROACH_SECONDS));
    }

    double rateAfter(double seconds) {
        if (approachSeconds == 0) {
            return baseRate * Math.pow(2, DOUBLINGS_PER_SECOND * seconds);
        }
        return seconds < RECOVERY_SECONDS ? recovering(seconds) : approaching(seconds - RECOVERY_SECONDS);
    }

    private double recovering(double seconds) {
        return baseRate * (START_FRACTION + (1 - MARGIN_FRACTION - START_FRACTION) * seconds / RECOVERY_SECONDS);
    }

    private double approaching(double seconds) {
        double offset = (seconds - approachSeconds) / approachSeconds;
        return baseRate * (1 + MARGIN_FRACTION * offset * offset * offset);
    }
}
