package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.listing.Listing;

/**
 * What one answer comes to.
 *
 * @param rows the good rows that are new, and what ends the listing after them
 * @param more whether another portion is to be asked for
 */
public record Portion<T>(Observed<Listing<T>> rows, boolean more) {
    /** A portion that is all there is. */
    public static <T> Portion<T> whole(Observed<Listing<T>> rows) {
        return new Portion<>(rows, false);
    }
}
