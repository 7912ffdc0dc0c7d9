package dev.seatport.benchmarks.vendor;

/** A limit of requests a second: a bucket that holds what flows in within one. For one thread. */
final class BenchmarkTokenBucket {
    private static final double NANOS = 1e9;

    private final int perSecond;
    private double level;
    private long filledAt = System.nanoTime();

    /** A full bucket; one of 0 never runs dry. */
    BenchmarkTokenBucket(int perSecond) {
        this.perSecond = perSecond;
        this.level = perSecond;
    }

    boolean take() {
        if (perSecond == 0) {
            return true;
        }
        long now = System.nanoTime();
        level = Math.min(perSecond, level + (now - filledAt) * perSecond / NANOS);
        filledAt = now;
        if (level < 1) {
            return false;
        }
        level--;
        return true;
    }
}
