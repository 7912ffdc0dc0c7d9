package dev.seatport.application.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongToIntFunction;
import java.util.stream.IntStream;

/**
 * Finds row numbers by the hash of something that a row holds: a sorted array, eight bytes a row. Rows of one hash are
 * sorted by what they hold, so that a vendor with many ids of one hash makes nothing slow. Rows that hold the same come in
 * the order of their numbers. Sorted once, when all rows are in. After that it is thread-safe.
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

    /**
     * Ends the adding.
     *
     * @param order compares what two rows hold
     */
    void sort(IntBinaryOperator order) {
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
        int from = 0;
        while (from < size) {
            int to = endOfHash(from);
            if (to - from > 1) {
                sort(from, to, order);
            }
            from = to;
        }
    }

    private void sort(int from, int to, IntBinaryOperator order) {
        Comparator<Long> byContent = (one, other) -> order.applyAsInt(row(one), row(other));
        long[] sorted = Arrays.stream(entries, from, to)
                .boxed()
                .sorted(byContent)
                .mapToLong(Long::longValue)
                .toArray();
        System.arraycopy(sorted, 0, entries, from, sorted.length);
    }

    private int endOfHash(int from) {
        int to = from + 1;
        while (to < size && hash(entries[to]) == hash(entries[from])) {
            to++;
        }
        return to;
    }

    /**
     * Returns the rows of that hash which hold what is sought.
     *
     * @param order compares what a row holds with what is sought
     */
    IntStream find(int hash, IntUnaryOperator order) {
        int from = firstFrom(entry -> Integer.compare(hash(entry), hash), 0);
        int first = firstFrom(entry -> hash(entry) == hash ? order.applyAsInt(row(entry)) : 1, from);
        int to = first;
        while (to < size && hash(entries[to]) == hash && order.applyAsInt(row(entries[to])) == 0) {
            to++;
        }
        return Arrays.stream(entries, first, to).mapToInt(HashedRows::row);
    }

    /** Where the first entry is that is not before what is sought. */
    private int firstFrom(LongToIntFunction order, int from) {
        int low = from;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.applyAsInt(entries[middle]) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int hash(long entry) {
        return (int) (entry >> Integer.SIZE);
    }

    private static int row(long entry) {
        return (int) entry;
    }

    /** How much memory it takes. */
    long bytes() {
        return (long) entries.length * Long.BYTES;
    }
}
