/** How long a command line takes from its start to its end. Entry: {@link dev.seatport.benchmarks.start.StartRun}. */
@NullMarked
package dev.seatport.benchmarks.start;

import org.jspecify.annotations.NullMarked;
