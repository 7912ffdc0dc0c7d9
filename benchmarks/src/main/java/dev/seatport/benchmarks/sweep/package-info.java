/** Reviews of fleets, compared with the lower bound that the vendors set. Entry: {@link dev.seatport.benchmarks.sweep.SweepRun}. */
@NullMarked
package dev.seatport.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
