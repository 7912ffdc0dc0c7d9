/**
 * Lets the benchmarks measure how a page of tenant seats is decoded: it stands in the package of the code that it measures, which shows it to nobody else.
 */
@NullMarked
package dev.seatport.avepoint.internal.tenantseats;

import org.jspecify.annotations.NullMarked;
