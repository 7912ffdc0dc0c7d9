/**
 * How the simulated vendors are told to misbehave. Entry: {@link dev.seatport.sandbox.faults.FaultState}. Imported by the
 * sandbox's entry, which writes it, and by the vendors' rooms, which read it.
 */
@NullMarked
package dev.seatport.sandbox.faults;

import org.jspecify.annotations.NullMarked;
