package dev.seatport.http.internal.resilience;

/**
 * Counts the accepted requests of the last ten seconds by their send time, in slices of 50 ms.
 *
 * <p>Times without requests count as well, because some vendors save up allowance in them and others do not.
 */
final class SlidingWindowCounter {
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

    /** Returns the number of accepted requests sent in the last {@code seconds}. */
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

    /**
     * Returns the accepted requests a second.
     *
     * @param extra added to the count; 1 for a request that was refused, so that few requests are not underestimated
     */
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
