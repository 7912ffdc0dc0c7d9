/** One call at a time, beside the same call written by hand: {@link dev.seatport.benchmarks.call.CallRun}. */
@NullMarked
package dev.seatport.benchmarks.call;

import org.jspecify.annotations.NullMarked;
