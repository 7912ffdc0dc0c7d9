/**
 * Counts of seats, as a vendor reported them: {@link dev.seatport.domain.seat.Quantity} and what it counts. Everybody
 * may import this room.
 */
@NullMarked
package dev.seatport.domain.seat;

import org.jspecify.annotations.NullMarked;
