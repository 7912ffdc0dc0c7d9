package dev.seatport.sandbox.fleet;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Generates ids that look random and start with the scrambled index of their customer. The index takes the first eight hexadecimal
 * digits, which every form of id keeps. An id therefore leads to its customer without a table.
 */
final class IdGenerator {
    private static final int INDEX_DIGITS = 8;
    private static final int FACTOR = 0x9E3779B1;
    private static final int INVERSE = inverse(FACTOR);
    private static final long SEED_MULTIPLIER = 0xD1342543DE82EF95L;

    private final long salt;
    private final int key;

    IdGenerator(long seed, int purpose) {
        this.salt = mix(seed, purpose);
        this.key = (int) (salt >>> 32);
    }

    /** Derives a seed from a seed and a number. */
    static long mix(long seed, long number) {
        return new SplittableRandom(seed ^ (number + 1) * SEED_MULTIPLIER).nextLong();
    }

    /** Returns the GUID number {@code number} of a customer, in lower case. */
    String guid(int index, int number) {
        long first = mix(salt ^ index, number);
        long second = mix(first, index);
        long high = ((long) scramble(index) << 32) | (first & 0xFFFF0FFFL) | 0x4000L;
        long low = (second & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Returns the index encoded in an id. The caller must check that this customer has the id. */
    OptionalInt indexOf(String id) {
        if (id.length() < INDEX_DIGITS) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(unscramble(Integer.parseUnsignedInt(id, 0, INDEX_DIGITS, 16)));
        } catch (NumberFormatException otherText) {
            return OptionalInt.empty();
        }
    }

    private int scramble(int index) {
        int mixed = (index ^ key) * FACTOR;
        return mixed ^ (mixed >>> 16);
    }

    private int unscramble(int scrambled) {
        int mixed = scrambled ^ (scrambled >>> 16);
        return (mixed * INVERSE) ^ key;
    }

    private static int inverse(int odd) {
        int inverse = odd;
        // Newton's iteration doubles the number of correct bits: 3, 6, 12, 24, 48.
        for (int round = 0; round < 4; round++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
