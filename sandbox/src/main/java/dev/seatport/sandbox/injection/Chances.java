package dev.seatport.sandbox.injection;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chances that follow from what they are for, not from when they are drawn: calls at once do not disturb each other. */
final class Chances {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Chances() {}

    /** The chances of one fault at one call of a request. */
    static RandomGenerator of(long seed, int fault, String key, long call) {
        long hash = mixed(mixed(mixed(OFFSET, seed), fault), call);
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        // The first numbers of generators with neighbouring seeds are alike until their seeds are mixed.
        return new SplittableRandom(hash).split();
    }

    private static long mixed(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ ((value >>> shift) & 0xff)) * PRIME;
        }
        return mixed;
    }
}
