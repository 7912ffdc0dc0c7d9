/** Response bodies: buffering, JSON decoding and drift detection. */
@NullMarked
package dev.seatport.http.internal.codec;

import org.jspecify.annotations.NullMarked;
