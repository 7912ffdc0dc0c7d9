package dev.seatport.http.internal.resilience;

/**
 * Estimates from refusals (see {@link RateLimiter}) the rate that a vendor accepts. Confined to the event loop. Times are monotonic
 * nanoseconds.
 *
 * <p>Vendors count differently, and no single measure fits all of them:
 *
 * <ul>
 *   <li>Short windows refuse when the last second is full.
 *   <li>A token bucket lets more through until it is empty.
 *   <li>Windows of many seconds accept any rate for a while and then nothing.
 * </ul>
 *
 * <p>The time between refusals and the duration of the refusals distinguish them.
 *
 * <p>A <em>cut</em> lowers the send rate after a refusal. After the first cut, a <em>search</em> doubles the rate twice a second until the
 * next refusal.
 */
final class SustainableRateEstimator {
    private static final double NANOS_PER_SECOND = 1e9;
    /** In requests a second; the first refusal may come before any accepted request. */
    private static final double MIN_SEARCH_START = 15;
    /** A search starts at this fraction of the rate before the first refusal. */
    private static final double SEARCH_START_FRACTION = 0.25;
    /** A cut earlier than this after the end of a pause means that the estimate was too high. */
    private static final double EARLY_CUT_SECONDS = 2.5;
    /** Fraction of the rate that is kept after repeated early cuts. */
    private static final double EARLY_CUT_FRACTION = 0.92;
    /** The rate before a refusal is slightly higher than the sustainable one, because the vendor had some allowance left. */
    private static final double CAUTION_FRACTION = 0.97;
    /** The rate in the last half second of a search is too high. This fraction of it is about the sustainable rate. */
    private static final double SEARCH_END_FRACTION = 0.9;
    /** A vendor that refuses for longer than this counts in long windows. */
    private static final double LONG_WINDOW_SECONDS = 1.2;
    /** One cut keeps at least this fraction of the estimate, because the refusal may have another reason. */
    private static final double MIN_KEPT_FRACTION = 0.5;
    /** With fewer requests than this in one second, the rate of two seconds is used. */
    private static final int MIN_REQUESTS_IN_A_SECOND = 20;
    /** Longer than the refusals of a ten-second window. For windows of at most ten seconds, the cuts alone are enough. */
    private static final double MIN_LONG_REFUSAL_SECONDS = 15;
    /** A single time of refusals this long is taken for a window. A shorter one may be an outage. */
    private static final double CERTAIN_WINDOW_SECONDS = 60;
    /** A window that was used up early refuses for at least this fraction of its length. */
    private static final double MIN_REFUSED_FRACTION = 0.1;
    /** With fewer requests in a window, its limit cannot be estimated. */
    private static final int MIN_REQUESTS_IN_A_WINDOW = 10;

    private final SlidingWindowCounter acceptedRequests;
    private int cuts;
    private int earlyCuts;
    private double rate;
    private long cutAt;
    private long lastRefusalAt;
    private long cycleStart;
    private long acceptedInCycle;
    private int longRefusals;
    private double windowSeconds;

    SustainableRateEstimator(long now) {
        this.acceptedRequests = new SlidingWindowCounter(now);
        this.cutAt = now;
        this.lastRefusalAt = now;
        this.cycleStart = now;
    }

    void onAccepted(long sentAt) {
        acceptedRequests.count(sentAt);
        acceptedInCycle += sentAt - cycleStart >= 0 ? 1 : 0;
    }

    /**
     * Updates the estimate when the vendor accepts requests again. A cycle lasts from one such time to the next. In one cycle, a
     * vendor with windows of a minute accepts as many requests as one window allows. It does not matter where in the window they began.
     *
     * @param pausedUntil end of the pause after the last refusal
     * @return whether the estimate of {@link #rate} improved
     */
    boolean onAcceptedAgain(long pausedUntil) {
        // The vendor accepted again at an unknown time between its last refusal and the end of the pause. The middle is
        // assumed.
        // After a single refusal, the end of the pause is assumed.
        long cycleEnd = lastRefusalAt == cutAt ? pausedUntil : lastRefusalAt + (pausedUntil - lastRefusalAt) / 2;
        double cycleSeconds = (cycleEnd - cycleStart) / NANOS_PER_SECOND;
        double refusedSeconds = (pausedUntil - cutAt) / NANOS_PER_SECOND;
        boolean better = refusedSeconds > MIN_LONG_REFUSAL_SECONDS
                && refusedSeconds >= MIN_REFUSED_FRACTION * cycleSeconds
                && acceptedInCycle >= MIN_REQUESTS_IN_A_WINDOW;
        if (better) {
            longRefusals++;
            rate = acceptedInCycle / cycleSeconds;
            windowSeconds = longRefusals > 1 || refusedSeconds >= CERTAIN_WINDOW_SECONDS ? cycleSeconds : 0;
        }
        cycleStart = cycleEnd;
        acceptedInCycle = 0;
        return better;
    }

    /** Returns the estimated sustainable requests a second. */
    double rate() {
        return rate;
    }

    /** Returns the length of the vendor's windows in seconds; 0 if it is short or unknown. */
    double windowSeconds() {
        return windowSeconds;
    }

    /** Records a refusal while the vendor has accepted nothing since the last cut. */
    void onStillRefused(long sentAt) {
        lastRefusalAt = sentAt;
    }

    /** Returns the accepted requests per second in the last second. */
    double recentRate(long now) {
        return rateInLastSecond(now);
    }

    int cuts() {
        return cuts;
    }

    /**
     * Updates the estimate after a refusal.
     *
     * @param sentAt send time of the refused request
     * @param sendRate rate at which the client sent then
     * @param acceptingSeconds for how many seconds the vendor had accepted requests
     * @return estimated sustainable requests a second
     */
    double onRefused(long sentAt, double sendRate, double acceptingSeconds) {
        earlyCuts = cuts > 1 && acceptingSeconds < EARLY_CUT_SECONDS ? earlyCuts + 1 : 0;
        double minimum = cuts > 1 ? rate * MIN_KEPT_FRACTION : 0;
        rate = Math.max(minimum, estimate(sentAt, sendRate));
        cuts++;
        cutAt = sentAt;
        lastRefusalAt = sentAt;
        return rate;
    }

    private double estimate(long sentAt, double sendRate) {
        if (cuts == 0) {
            return Math.max(MIN_SEARCH_START, rateInLastSecond(sentAt) * SEARCH_START_FRACTION);
        }
        double overall = rateSinceLastCut(sentAt);
        if (lastRefusalAt - cutAt > LONG_WINDOW_SECONDS * NANOS_PER_SECOND) {
            return CAUTION_FRACTION * overall;
        }
        if (cuts == 1) {
            double endOfSearch = SEARCH_END_FRACTION * acceptedRequests.countWithin(0.5, sentAt) / 0.5;
            return Math.min(sendRate, Math.max(overall, Math.max(rateInLastSecond(sentAt), endOfSearch)));
        }
        return switch (earlyCuts) {
            case 0 -> CAUTION_FRACTION * sendRate;
            case 1 -> Math.min(sendRate, Math.max(overall, rateInLastSecond(sentAt)));
            default -> Math.min(sendRate, Math.max(overall, EARLY_CUT_FRACTION * sendRate));
        };
    }

    private double rateInLastSecond(long sentAt) {
        return acceptedRequests.countWithin(1, sentAt) < MIN_REQUESTS_IN_A_SECOND
                ? acceptedRequests.ratePerSecond(2, 1, sentAt)
                : acceptedRequests.ratePerSecond(1, 0, sentAt);
    }

    /** Never above the sustainable rate, for any way of counting: the allowance was used up at both ends of this time. */
    private double rateSinceLastCut(long sentAt) {
        double span = Math.min(SlidingWindowCounter.WINDOW_SECONDS, (sentAt - cutAt) / NANOS_PER_SECOND);
        return acceptedRequests.ratePerSecond(span, 1, sentAt);
    }
}
