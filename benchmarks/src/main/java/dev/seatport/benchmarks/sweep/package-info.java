/** The review of fleets, beside the time that the vendors make it take. Entry: {@link dev.seatport.benchmarks.sweep.SweepRun}. */
@NullMarked
package dev.seatport.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
