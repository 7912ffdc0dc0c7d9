/**
 * Benchmark of decoding a response. In the package of the measured code, which is package-private.
 */
@NullMarked
package dev.seatport.http.internal.pipeline;

import org.jspecify.annotations.NullMarked;
