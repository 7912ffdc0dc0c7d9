/**
 * Collectors for publishers of rows that keep the rows before a failure. {@link dev.seatport.ports.listing.Listings}
 * collects all rows; {@link dev.seatport.ports.listing.BlockingRows} delivers them one by one. For callers of a port.
 */
@NullMarked
package dev.seatport.ports.listing;

import org.jspecify.annotations.NullMarked;
