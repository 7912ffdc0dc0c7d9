/**
 * Checks, one by one, what a vendor needs to work: settings, certificate, tokens, clock, one cheap read per port. Entry:
 * {@link dev.seatport.demo.doctor.Doctor}. For the wiring, which says what a vendor's patient is, and the command line.
 */
@NullMarked
package dev.seatport.demo.doctor;

import org.jspecify.annotations.NullMarked;
