/**
 * The entry of the simulated vendors: {@link dev.seatport.sandbox.Sandbox} starts them, {@link
 * dev.seatport.sandbox.Switches} and a {@link dev.seatport.sandbox.faults.FaultPlan} make them misbehave, a {@link
 * dev.seatport.sandbox.Ledger} tells what came of it. Anyone's tests may import it; none of the other rooms of this module
 * does.
 */
@NullMarked
package dev.seatport.sandbox;

import org.jspecify.annotations.NullMarked;
