/** Cost of decoding bytes to domain values. Entry: {@link dev.seatport.benchmarks.decode.DecodeRun}. */
@NullMarked
package dev.seatport.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
