/** Benchmark access to the decoding of response bytes. It has the package name of the measured code, which is package-private. */
@NullMarked
package dev.seatport.http.internal.pipeline;

import org.jspecify.annotations.NullMarked;
