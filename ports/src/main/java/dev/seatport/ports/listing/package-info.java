/**
 * How to gather what a publisher delivers without losing the rows before a failure: all at once by
 * {@link dev.seatport.ports.listing.Listings}, or one by one by {@link dev.seatport.ports.listing.BlockingRows}. For whoever calls a
 * port.
 */
@NullMarked
package dev.seatport.ports.listing;

import org.jspecify.annotations.NullMarked;
