/**
 * Time as the call path sees it: monotonic, and able to call back. Entry: {@link dev.seatport.http.internal.time.Clockwork}. For
 * this module only.
 */
@NullMarked
package dev.seatport.http.internal.time;

import org.jspecify.annotations.NullMarked;
