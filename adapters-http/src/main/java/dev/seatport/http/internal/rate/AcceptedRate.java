package dev.seatport.http.internal.rate;

/**
 * How many requests a second were accepted within the last one, in tenths of it. Before a whole second was seen, the part of it
 * that was is what counts. Times in which nothing may be sent are not to be counted in: the caller's clock stands still then.
 */
final class AcceptedRate {
    private static final long SLICE = 100_000_000L;
    private static final int SLICES = 10;

    private final long[] counts = new long[SLICES];
    private final long begun;
    private long newest;

    AcceptedRate(long now) {
        this.begun = now;
        this.newest = Math.floorDiv(now, SLICE);
    }

    void count(long now) {
        forget(Math.floorDiv(now, SLICE));
        counts[index(newest)]++;
    }

    double perSecond(long now) {
        forget(Math.floorDiv(now, SLICE));
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        long oldest = (newest - SLICES + 1) * SLICE;
        long seen = now - Math.max(begun, oldest);
        return sum * 1e9 / Math.max(SLICE, seen);
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
