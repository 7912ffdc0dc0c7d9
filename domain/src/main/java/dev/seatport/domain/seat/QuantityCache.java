package dev.seatport.domain.seat;

import dev.seatport.domain.seat.Quantity.Reported;

/** Quantities of which the usual ones are made once: nearly all counts of seats are small. */
final class QuantityCache {
    private static final int MANY = 1024;
    private static final Reported[] MADE = new Reported[MANY];

    private QuantityCache() {}

    static Quantity of(long count) {
        if (count < 0 || count >= MANY) {
            return new Reported(count);
        }
        Reported made = MADE[(int) count];
        if (made == null) {
            // Two threads may make one each: both are the same quantity.
            made = new Reported(count);
            MADE[(int) count] = made;
        }
        return made;
    }
}
