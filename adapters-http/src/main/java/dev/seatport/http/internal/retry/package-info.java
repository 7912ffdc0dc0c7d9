/**
 * Whether and when a call is tried again. Entry: {@link dev.seatport.http.internal.retry.Retrying}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.retry;

import org.jspecify.annotations.NullMarked;
