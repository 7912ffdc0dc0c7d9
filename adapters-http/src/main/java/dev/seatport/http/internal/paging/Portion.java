package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.listing.Listing;

/**
 * What one page comes to.
 *
 * @param rows the good rows that are new, and what ends the listing after them
 * @param more whether another page is to be asked for
 */
record Portion<T>(Observed<Listing<T>> rows, boolean more) {}
