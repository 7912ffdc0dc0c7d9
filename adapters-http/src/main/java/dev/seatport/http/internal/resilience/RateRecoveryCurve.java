package dev.seatport.http.internal.resilience;

/**
 * How the rate rises after a cut, until the next one. Times are seconds since requests may be sent again.
 *
 * @param from what it starts from: for a {@link #search} the first rate that is tried, otherwise the rate that held
 * @param approach how long the slow part takes to get back to what held; 0 for a search
 */
record RateRecoveryCurve(double from, double approach) {
    /** How far a cut throws us back. */
    private static final double FALL = 0.7;
    /** How far below the rate that held the slow part begins, and how far beyond it has come after twice its time. */
    private static final double MARGIN = 0.06;
    /** How long the way back to just under the rate that held takes. */
    private static final double RECOVERY = 1;
    /** How long the slow part takes to get back to what held. */
    private static final double SLOW = 20;
    /** The same while few cuts are known, and what they told is little more than a guess. */
    private static final double EARLY = 3;
    /** How many cuts are few. */
    private static final int FEW_CUTS = 3;
    /** How often a search doubles in a second. */
    private static final double DOUBLINGS = 2;

    /** After the first refusal, which says little: doubles twice a second, until the next one. */
    static RateRecoveryCurve search(double from) {
        return new RateRecoveryCurve(from, 0);
    }

    /**
     * After all others: soon back to just under what held, flat around it, and steeper the longer nothing is refused (CUBIC).
     *
     * @param window in seconds: the slow part is no shorter than a window of the vendor's, which would be used up too early
     */
    static RateRecoveryCurve backTo(double held, int cuts, double window) {
        return new RateRecoveryCurve(held, Math.max(window, cuts <= FEW_CUTS ? EARLY : SLOW));
    }

    double rate(double since) {
        if (approach == 0) {
            return from * Math.pow(2, DOUBLINGS * since);
        }
        return since < RECOVERY ? recovering(since) : approaching(since - RECOVERY);
    }

    private double recovering(double since) {
        return from * (FALL + (1 - MARGIN - FALL) * since / RECOVERY);
    }

    private double approaching(double since) {
        double way = (since - approach) / approach;
        return from * (1 + MARGIN * way * way * way);
    }
}
