package dev.seatport.http.internal.resilience;

/**
 * How many requests a vendor took within the last ten seconds, by the time at which they were sent, in slices of a twentieth of a
 * second. The times in which nothing could be sent count in: a vendor lets its allowance grow then, or does not, and only the
 * whole tells which.
 */
final class SlidingWindowCounter {
    /** In seconds; what is remembered. */
    static final double WINDOW_SECONDS = 10;

    private static final long SLICE_NANOS = 50_000_000L;
    private static final int SLICE_COUNT = 220;
    private static final double MIN_SPAN_SECONDS = 0.1;

    private final long[] counts = new long[SLICE_COUNT];
    private final long startedAt;
    private long newestSlice;

    SlidingWindowCounter(long now) {
        this.startedAt = now;
        this.newestSlice = Math.floorDiv(now, SLICE_NANOS);
    }

    void count(long sentAt) {
        long slice = Math.floorDiv(sentAt, SLICE_NANOS);
        advanceTo(slice);
        if (newestSlice - slice < SLICE_COUNT) {
            counts[index(slice)]++;
        }
    }

    /** How many were sent, and taken, in the seconds before. */
    long countWithin(double seconds, long now) {
        long slice = Math.floorDiv(now, SLICE_NANOS);
        advanceTo(slice);
        long sum = 0;
        long slices = Math.round(seconds * 1e9 / SLICE_NANOS);
        for (long earlier = slice; earlier > slice - slices && newestSlice - earlier < SLICE_COUNT; earlier--) {
            sum += counts[index(earlier)];
        }
        return sum;
    }

    /** How many a second that is; one more where a vendor refused one, so that few do not look like fewer. */
    double ratePerSecond(double seconds, int extra, long now) {
        double span = Math.max(MIN_SPAN_SECONDS, Math.min(seconds, (now - startedAt) / 1e9));
        return (extra + countWithin(span, now)) / span;
    }

    private void advanceTo(long slice) {
        if (slice - newestSlice >= SLICE_COUNT) {
            newestSlice = slice - SLICE_COUNT;
        }
        while (newestSlice < slice) {
            newestSlice++;
            counts[index(newestSlice)] = 0;
        }
    }

    private static int index(long slice) {
        return (int) Math.floorMod(slice, (long) SLICE_COUNT);
    }
}
