/**
 * How to gather what a publisher delivers without losing the rows before a failure. Entry:
 * {@link dev.seatport.ports.listing.Listings}. For whoever calls a port.
 */
@NullMarked
package dev.seatport.ports.listing;

import org.jspecify.annotations.NullMarked;
