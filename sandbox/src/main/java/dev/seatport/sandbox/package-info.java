/**
 * The entry of the simulated vendors: {@link dev.seatport.sandbox.Sandbox} starts them, a {@link
 * dev.seatport.sandbox.faults.FaultPlan} and {@link dev.seatport.sandbox.faults.VendorQuirks} make them misbehave, and {@link
 * dev.seatport.sandbox.RequestStatistics} count the outcome. For tests; no other package of this module imports it.
 */
@NullMarked
package dev.seatport.sandbox;

import org.jspecify.annotations.NullMarked;
