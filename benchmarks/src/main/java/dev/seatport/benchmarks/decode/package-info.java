/** What it costs to make domain values of bytes. Entry: {@link dev.seatport.benchmarks.decode.DecodeRun}. */
@NullMarked
package dev.seatport.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
