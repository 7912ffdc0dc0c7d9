/** Long listing through the port, compared with a handwritten loop. Entry: {@link dev.seatport.benchmarks.listing.ListingRun}. */
@NullMarked
package dev.seatport.benchmarks.listing;

import org.jspecify.annotations.NullMarked;
