package dev.seatport.sandbox.fleet;

import java.util.SplittableRandom;

/** Seeds from seeds. */
final class Mixing {
    private static final long SPREAD = 0xD1342543DE82EF95L;

    private Mixing() {}

    static long mix(long seed, long number) {
        return new SplittableRandom(seed ^ (number + 1) * SPREAD).nextLong();
    }
}
