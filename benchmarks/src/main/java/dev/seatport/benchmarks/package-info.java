/** Measurements of Seatport as it ships. Imported by nobody. */
@NullMarked
package dev.seatport.benchmarks;

import org.jspecify.annotations.NullMarked;
