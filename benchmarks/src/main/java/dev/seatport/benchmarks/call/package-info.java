/** Single calls, compared with other clients. Entry: {@link dev.seatport.benchmarks.call.CallRun}. */
@NullMarked
package dev.seatport.benchmarks.call;

import org.jspecify.annotations.NullMarked;
