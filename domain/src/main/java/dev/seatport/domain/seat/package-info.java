/**
 * Counts of seats, as a vendor reported them: {@link dev.seatport.domain.seat.Quantity}, and the seats that it counts. Any
 * module may use this package.
 */
@NullMarked
package dev.seatport.domain.seat;

import org.jspecify.annotations.NullMarked;
