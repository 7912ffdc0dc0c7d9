/**
 * Checks of the vendors: settings, certificate, tokens, clock, one cheap request per port. Entry:
 * {@link dev.seatport.demo.doctor.Doctor}. Used by the wiring, which provides the targets, and by the command line.
 */
@NullMarked
package dev.seatport.demo.doctor;

import org.jspecify.annotations.NullMarked;
