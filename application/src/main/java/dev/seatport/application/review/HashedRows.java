package dev.seatport.application.review;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds row numbers by the hash of something that a row holds: a sorted array, eight bytes a row. Rows of one hash come in
 * the order of their numbers. Sorted once, when all are in; then it may be read by several threads.
 */
final class HashedRows {
    private static final int FIRST_ROOM = 64;

    private long[] entries = new long[FIRST_ROOM];
    private int size;

    void add(int hash, int row) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, Math.multiplyExact(2, size));
        }
        entries[size++] = ((long) hash << Integer.SIZE) | row;
    }

    /** Ends the adding. */
    void sort() {
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
    }

    /** The rows of that hash which also pass the test, for different things may have one hash. */
    IntStream find(int hash, IntPredicate same) {
        long first = (long) hash << Integer.SIZE;
        int found = Arrays.binarySearch(entries, first);
        int from = found < 0 ? -found - 1 : found;
        int to = from;
        while (to < size && (int) (entries[to] >> Integer.SIZE) == hash) {
            to++;
        }
        return Arrays.stream(entries, from, to).mapToInt(entry -> (int) entry).filter(same);
    }

    /** How much memory it takes. */
    long bytes() {
        return (long) entries.length * Long.BYTES;
    }
}
