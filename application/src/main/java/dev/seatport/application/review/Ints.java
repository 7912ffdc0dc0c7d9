package dev.seatport.application.review;

import java.util.Arrays;

/** A list of numbers, four bytes each. */
final class Ints {
    private static final int FIRST_ROOM = 64;

    private int[] values = new int[FIRST_ROOM];
    private int size;

    /** Adds a number at the end, and tells its place. */
    int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        return size++;
    }

    int get(int place) {
        return values[place];
    }

    int size() {
        return size;
    }

    /** How much memory it takes. */
    long bytes() {
        return (long) values.length * Integer.BYTES;
    }
}
