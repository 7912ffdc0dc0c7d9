/**
 * Where vendors meet ports: the only room that names two vendors, and the only one that knows Dagger. Entry:
 * {@link dev.seatport.demo.wiring.SeatportComponent}. For the command line.
 */
@NullMarked
package dev.seatport.demo.wiring;

import org.jspecify.annotations.NullMarked;
