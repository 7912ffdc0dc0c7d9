/** Benchmark access to the first page of a listing. It has the package name of the measured code, which is package-private. */
@NullMarked
package dev.seatport.http.internal.paging;

import org.jspecify.annotations.NullMarked;
