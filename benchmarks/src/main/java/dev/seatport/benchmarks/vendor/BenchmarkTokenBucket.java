package dev.seatport.benchmarks.vendor;

/** Token bucket for requests per second. Its size is the refill of one second. Not thread-safe. */
final class BenchmarkTokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private double tokens;
    private long filledAt = System.nanoTime();

    /** Creates a full bucket; 0 means no limit. */
    BenchmarkTokenBucket(int perSecond) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
    }

    boolean tryTake() {
        if (perSecond == 0) {
            return true;
        }
        long now = System.nanoTime();
        tokens = Math.min(perSecond, tokens + (now - filledAt) * perSecond / NANOS_PER_SECOND);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
