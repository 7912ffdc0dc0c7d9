/**
 * How many calls are under way. Entry: {@link dev.seatport.http.internal.rate.Permits}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.rate;

import org.jspecify.annotations.NullMarked;
