/** Benchmark access to the decoding of tenant seats. It has the package name of the measured code, which is package-private. */
@NullMarked
package dev.seatport.avepoint.internal.tenantseats;

import org.jspecify.annotations.NullMarked;
