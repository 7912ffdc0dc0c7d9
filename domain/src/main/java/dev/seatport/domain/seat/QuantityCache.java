package dev.seatport.domain.seat;

import dev.seatport.domain.seat.Quantity.Reported;

/** Cache of small quantities, because nearly all counts of seats are small. Thread-safe. */
final class QuantityCache {
    private static final int CACHED_COUNTS = 1024;
    private static final Reported[] CACHE = new Reported[CACHED_COUNTS];

    private QuantityCache() {}

    static Quantity of(long count) {
        if (count < 0 || count >= CACHED_COUNTS) {
            return new Reported(count);
        }
        Reported cached = CACHE[(int) count];
        if (cached == null) {
            // A race is harmless: two threads store equal, immutable values.
            cached = new Reported(count);
            CACHE[(int) count] = cached;
        }
        return cached;
    }
}
