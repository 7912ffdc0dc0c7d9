package dev.seatport.http;

/** Counts as objects, of which the usual ones are made once. */
final class SmallCounts {
    private static final int MANY = 1024;
    private static final Long[] MADE = new Long[MANY];

    private SmallCounts() {}

    static Long of(long count) {
        if (count < 0 || count >= MANY) {
            return count;
        }
        Long made = MADE[(int) count];
        if (made == null) {
            // Two threads may make one each: both are the same number.
            made = count;
            MADE[(int) count] = made;
        }
        return made;
    }
}
