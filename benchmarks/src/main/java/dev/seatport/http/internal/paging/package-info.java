/**
 * Lets the benchmarks measure how the first page of a listing is taken: it stands in the package of the code that it measures, which shows it to nobody else.
 */
@NullMarked
package dev.seatport.http.internal.paging;

import org.jspecify.annotations.NullMarked;
