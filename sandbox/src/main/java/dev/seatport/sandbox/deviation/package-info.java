/**
 * What the simulated vendors are told to do otherwise than their current documents say. Entry: {@link
 * dev.seatport.sandbox.deviation.FaultState}. Imported by the sandbox's entry, which writes it, and by the vendors' rooms,
 * which read it.
 */
@NullMarked
package dev.seatport.sandbox.deviation;

import org.jspecify.annotations.NullMarked;
