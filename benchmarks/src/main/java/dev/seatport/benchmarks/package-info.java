/** Measurements of Seatport in its default form. No other module imports it. */
@NullMarked
package dev.seatport.benchmarks;

import org.jspecify.annotations.NullMarked;
