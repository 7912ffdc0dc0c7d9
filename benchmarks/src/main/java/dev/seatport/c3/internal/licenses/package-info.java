/** Benchmark access to the decoding of license reports. It has the package name of the measured code, which is package-private. */
@NullMarked
package dev.seatport.c3.internal.licenses;

import org.jspecify.annotations.NullMarked;
