/**
 * Wiring of vendors to ports. The only package that depends on the adapters of the vendors, and the only one that depends on Dagger.
 * Entry: {@link dev.seatport.demo.wiring.SeatportComponent}. Used by the command line.
 */
@NullMarked
package dev.seatport.demo.wiring;

import org.jspecify.annotations.NullMarked;
