/** Duration of complete command line processes. Entry: {@link dev.seatport.benchmarks.start.StartRun}. */
@NullMarked
package dev.seatport.benchmarks.start;

import org.jspecify.annotations.NullMarked;
