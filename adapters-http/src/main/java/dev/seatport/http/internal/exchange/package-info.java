/**
 * One HTTP exchange, bounded in time and size. Entry: {@link dev.seatport.http.internal.exchange.Transport}. For this
 * module only.
 */
@NullMarked
package dev.seatport.http.internal.exchange;

import org.jspecify.annotations.NullMarked;
