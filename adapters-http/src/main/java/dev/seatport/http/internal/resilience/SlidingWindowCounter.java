package dev.seatport.http.internal.resilience;

/**
 * How many requests a vendor took within the last ten seconds, by the time at which they were sent, in slices of a twentieth of a
 * second. The times in which nothing could be sent count in: a vendor lets its allowance grow then, or does not, and only the
 * whole tells which.
 */
final class SlidingWindowCounter {
    /** In seconds; what is remembered. */
    static final double MEMORY = 10;

    private static final long SLICE = 50_000_000L;
    private static final int SLICES = 220;
    private static final double SHORTEST = 0.1;

    private final long[] counts = new long[SLICES];
    private final long begun;
    private long newest;

    SlidingWindowCounter(long now) {
        this.begun = now;
        this.newest = Math.floorDiv(now, SLICE);
    }

    void count(long sentAt) {
        long slice = Math.floorDiv(sentAt, SLICE);
        forget(slice);
        if (newest - slice < SLICES) {
            counts[index(slice)]++;
        }
    }

    /** How many were sent, and taken, in the seconds before. */
    long within(double seconds, long now) {
        long slice = Math.floorDiv(now, SLICE);
        forget(slice);
        long sum = 0;
        long slices = Math.round(seconds * 1e9 / SLICE);
        for (long one = slice; one > slice - slices && newest - one < SLICES; one--) {
            sum += counts[index(one)];
        }
        return sum;
    }

    /** How many a second that is; one more where a vendor refused one, so that few do not look like fewer. */
    double perSecond(double seconds, int more, long now) {
        double seen = Math.max(SHORTEST, Math.min(seconds, (now - begun) / 1e9));
        return (more + within(seen, now)) / seen;
    }

    private void forget(long slice) {
        if (slice - newest >= SLICES) {
            newest = slice - SLICES;
        }
        while (newest < slice) {
            newest++;
            counts[index(newest)] = 0;
        }
    }

    private static int index(long slice) {
        return (int) Math.floorMod(slice, (long) SLICES);
    }
}
