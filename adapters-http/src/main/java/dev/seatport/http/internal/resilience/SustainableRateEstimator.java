package dev.seatport.http.internal.resilience;

/**
 * What rate a vendor takes, as its refusals tell. No single measure is right for all vendors: one that counts in short windows
 * refuses when the last second is full; one with a bucket lets more through while the bucket lasts; one that counts in windows of
 * many seconds takes anything for a while and then nothing. How soon a refusal comes after the last, and how long the vendor goes
 * on refusing, tells them apart. Times are monotonic nanoseconds.
 */
final class SustainableRateEstimator {
    private static final double NANOS = 1e9;
    /** In requests a second: the first refusal may come before anything was taken. */
    private static final double FIRST_GUESS = 15;
    /** A search begins at that part of what was taken before the first refusal: two doublings are a second. */
    private static final double SEARCH_FROM = 0.25;
    /** In seconds: a cut so soon after the vendor opened again says that what we believed was too much. */
    private static final double SOON = 2.5;
    /** What is left of the rate when a cut comes soon again and again. */
    private static final double STEP = 0.92;
    /** What was taken before a refusal is a little more than what holds: the vendor had some room left. */
    private static final double CAUTION = 0.97;
    /** A search rises so fast that its last half second took more than holds by about this. */
    private static final double SEARCHED = 0.9;
    /** In seconds: a vendor that goes on refusing for longer counts in long windows. */
    private static final double LONG_WINDOW = 1.2;
    /** No single refusal takes more than that from what is believed: it may have another reason. */
    private static final double MOST_LOST = 0.5;
    /** Fewer taken in a second than these say little; then two seconds are looked at. */
    private static final int FEW = 20;
    /** In seconds: longer than any window of ten seconds is closed; such windows need no more than the cuts tell. */
    private static final double LONG_CLOSURE = 15;
    /** In seconds: one closure of this length is taken for a window; a shorter one may be an outage. */
    private static final double CERTAIN_CLOSURE = 60;
    /** A window that was used up too early is closed for at least this part of it. */
    private static final double CLOSED_PART = 0.1;
    /** Fewer requests than these in a window say little of its limit. */
    private static final int FEW_IN_A_WINDOW = 10;

    private final SlidingWindowCounter taken;
    private int cuts;
    private int soon;
    private double held;
    private long cutAt;
    private long refusedAt;
    private long openedAt;
    private long takenSinceOpening;
    private int longClosures;
    private double window;

    SustainableRateEstimator(long now) {
        this.taken = new SlidingWindowCounter(now);
        this.cutAt = now;
        this.refusedAt = now;
        this.openedAt = now;
    }

    void accepted(long sentAt) {
        taken.count(sentAt);
        takenSinceOpening += sentAt - openedAt >= 0 ? 1 : 0;
    }

    /**
     * The vendor takes requests again. From one opening to the next, a vendor that counts in windows of a minute takes what it allows
     * in one window, wherever in a window the requests began.
     *
     * @param waitedUntil until when nothing was sent after its last refusal
     * @return whether {@link #held} is a better estimate than before
     */
    boolean opened(long waitedUntil) {
        long opened = refusedAt == cutAt ? waitedUntil : refusedAt + (waitedUntil - refusedAt) / 2;
        double whole = (opened - openedAt) / NANOS;
        double closed = (waitedUntil - cutAt) / NANOS;
        boolean better = closed > LONG_CLOSURE && closed >= CLOSED_PART * whole && takenSinceOpening >= FEW_IN_A_WINDOW;
        if (better) {
            longClosures++;
            held = takenSinceOpening / whole;
            window = longClosures > 1 || closed >= CERTAIN_CLOSURE ? whole : 0;
        }
        openedAt = opened;
        takenSinceOpening = 0;
        return better;
    }

    /** Requests a second that are believed to hold. */
    double held() {
        return held;
    }

    /** In seconds: the length of the windows in which the vendor seems to count; 0 if they are short or not known. */
    double window() {
        return window;
    }

    /** The vendor refuses although nothing was taken since the last cut. */
    void stillRefused(long sentAt) {
        refusedAt = sentAt;
    }

    int cuts() {
        return cuts;
    }

    /**
     * A request was refused; returns what is to be gone by from now on.
     *
     * @param sentAt when it was sent
     * @param asked the rate at which we sent then
     * @param open for how many seconds the vendor had taken requests by then
     */
    double cut(long sentAt, double asked, double open) {
        soon = cuts > 1 && open < SOON ? soon + 1 : 0;
        double least = cuts > 1 ? held * MOST_LOST : 0;
        held = Math.max(least, estimate(sentAt, asked));
        cuts++;
        cutAt = sentAt;
        refusedAt = sentAt;
        return held;
    }

    private double estimate(long sentAt, double asked) {
        if (cuts == 0) {
            return Math.max(FIRST_GUESS, lastSecond(sentAt) * SEARCH_FROM);
        }
        double overall = sinceLastCut(sentAt);
        if (refusedAt - cutAt > LONG_WINDOW * NANOS) {
            return CAUTION * overall;
        }
        if (cuts == 1) {
            double endOfSearch = SEARCHED * taken.within(0.5, sentAt) / 0.5;
            return Math.min(asked, Math.max(overall, Math.max(lastSecond(sentAt), endOfSearch)));
        }
        return switch (soon) {
            case 0 -> CAUTION * asked;
            case 1 -> Math.min(asked, Math.max(overall, lastSecond(sentAt)));
            default -> Math.min(asked, Math.max(overall, STEP * asked));
        };
    }

    private double lastSecond(long sentAt) {
        return taken.within(1, sentAt) < FEW ? taken.perSecond(2, 1, sentAt) : taken.perSecond(1, 0, sentAt);
    }

    /** Never more than holds, whatever the vendor counts by: its allowance was used up at either end. */
    private double sinceLastCut(long sentAt) {
        double span = Math.min(SlidingWindowCounter.MEMORY, (sentAt - cutAt) / NANOS);
        return taken.perSecond(span, 1, sentAt);
    }
}
