/**
 * Lets the benchmarks measure how the bytes of an answer are read: it stands in the package of the code that it measures, which shows it to nobody else.
 */
@NullMarked
package dev.seatport.http.internal.pipeline;

import org.jspecify.annotations.NullMarked;
