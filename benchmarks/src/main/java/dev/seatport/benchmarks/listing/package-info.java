/** A long listing, through the port and by hand. Entry: {@link dev.seatport.benchmarks.listing.ListingRun}. */
@NullMarked
package dev.seatport.benchmarks.listing;

import org.jspecify.annotations.NullMarked;
