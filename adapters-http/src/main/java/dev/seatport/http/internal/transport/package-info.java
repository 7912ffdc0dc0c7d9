/**
 * One HTTP exchange, bounded in time and size. Entry: {@link dev.seatport.http.internal.transport.Transport}.
 */
@NullMarked
package dev.seatport.http.internal.transport;

import org.jspecify.annotations.NullMarked;
