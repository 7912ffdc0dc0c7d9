package dev.seatport.http.internal.resilience;

/**
 * What rate a vendor takes, as its refusals tell. No single measure is right for all vendors: one that counts in short windows
 * refuses when the last second is full; one with a bucket lets more through while the bucket lasts; one that counts in windows of
 * many seconds takes anything for a while and then nothing. How soon a refusal comes after the last, and how long the vendor goes
 * on refusing, tells them apart. Times are monotonic nanoseconds.
 */
final class SustainableRateEstimator {
    private static final double NANOS_PER_SECOND = 1e9;
    /** In requests a second: the first refusal may come before anything was taken. */
    private static final double MIN_SEARCH_START = 15;
    /** A search begins at that part of what was taken before the first refusal: two doublings are a second. */
    private static final double SEARCH_START_FRACTION = 0.25;
    /** In seconds: a cut so soon after the vendor opened again says that what we believed was too much. */
    private static final double EARLY_CUT_SECONDS = 2.5;
    /** What is left of the rate when a cut comes soon again and again. */
    private static final double EARLY_CUT_FRACTION = 0.92;
    /** What was taken before a refusal is a little more than what holds: the vendor had some room left. */
    private static final double CAUTION_FRACTION = 0.97;
    /** A search rises so fast that its last half second took more than holds by about this. */
    private static final double SEARCH_END_FRACTION = 0.9;
    /** In seconds: a vendor that goes on refusing for longer counts in long windows. */
    private static final double LONG_WINDOW_SECONDS = 1.2;
    /** No single refusal takes more than that from what is believed: it may have another reason. */
    private static final double MIN_KEPT_FRACTION = 0.5;
    /** Fewer taken in a second than these say little; then two seconds are looked at. */
    private static final int MIN_REQUESTS_IN_A_SECOND = 20;
    /** In seconds: longer than any window of ten seconds is closed; such windows need no more than the cuts tell. */
    private static final double MIN_OUTAGE_SECONDS = 15;
    /** In seconds: one closure of this length is taken for a window; a shorter one may be an outage. */
    private static final double CERTAIN_WINDOW_SECONDS = 60;
    /** A window that was used up too early is closed for at least this part of it. */
    private static final double MIN_REFUSED_FRACTION = 0.1;
    /** Fewer requests than these in a window say little of its limit. */
    private static final int MIN_REQUESTS_IN_A_WINDOW = 10;

    private final SlidingWindowCounter acceptedRequests;
    private int cuts;
    private int earlyCuts;
    private double rate;
    private long cutAt;
    private long lastRefusalAt;
    private long recoveredAt;
    private long acceptedSinceRecovery;
    private int longRefusals;
    private double windowSeconds;

    SustainableRateEstimator(long now) {
        this.acceptedRequests = new SlidingWindowCounter(now);
        this.cutAt = now;
        this.lastRefusalAt = now;
        this.recoveredAt = now;
    }

    void onAccepted(long sentAt) {
        acceptedRequests.count(sentAt);
        acceptedSinceRecovery += sentAt - recoveredAt >= 0 ? 1 : 0;
    }

    /**
     * The vendor takes requests again. From one opening to the next, a vendor that counts in windows of a minute takes what it allows
     * in one window, wherever in a window the requests began.
     *
     * @param pausedUntil until when nothing was sent after its last refusal
     * @return whether {@link #rate} is a better estimate than before
     */
    boolean onRecovered(long pausedUntil) {
        long recovered = lastRefusalAt == cutAt ? pausedUntil : lastRefusalAt + (pausedUntil - lastRefusalAt) / 2;
        double cycleSeconds = (recovered - recoveredAt) / NANOS_PER_SECOND;
        double refusedSeconds = (pausedUntil - cutAt) / NANOS_PER_SECOND;
        boolean better = refusedSeconds > MIN_OUTAGE_SECONDS
                && refusedSeconds >= MIN_REFUSED_FRACTION * cycleSeconds
                && acceptedSinceRecovery >= MIN_REQUESTS_IN_A_WINDOW;
        if (better) {
            longRefusals++;
            rate = acceptedSinceRecovery / cycleSeconds;
            windowSeconds = longRefusals > 1 || refusedSeconds >= CERTAIN_WINDOW_SECONDS ? cycleSeconds : 0;
        }
        recoveredAt = recovered;
        acceptedSinceRecovery = 0;
        return better;
    }

    /** Requests a second that are believed to hold. */
    double rate() {
        return rate;
    }

    /** In seconds: the length of the windows in which the vendor seems to count; 0 if they are short or not known. */
    double windowSeconds() {
        return windowSeconds;
    }

    /** The vendor refuses although nothing was taken since the last cut. */
    void onStillRefused(long sentAt) {
        lastRefusalAt = sentAt;
    }

    int cuts() {
        return cuts;
    }

    /**
     * A request was refused; returns what is to be gone by from now on.
     *
     * @param sentAt when it was sent
     * @param sendRate the rate at which we sent then
     * @param acceptingSeconds for how many seconds the vendor had taken requests by then
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

    /** Never more than holds, whatever the vendor counts by: its allowance was used up at either end. */
    private double rateSinceLastCut(long sentAt) {
        double span = Math.min(SlidingWindowCounter.WINDOW_SECONDS, (sentAt - cutAt) / NANOS_PER_SECOND);
        return acceptedRequests.ratePerSecond(span, 1, sentAt);
    }
}
