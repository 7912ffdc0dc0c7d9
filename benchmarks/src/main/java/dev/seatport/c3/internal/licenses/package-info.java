/**
 * Lets the benchmarks measure how a report of licenses is decoded: it stands in the package of the code that it measures, which shows it to nobody else.
 */
@NullMarked
package dev.seatport.c3.internal.licenses;

import org.jspecify.annotations.NullMarked;
