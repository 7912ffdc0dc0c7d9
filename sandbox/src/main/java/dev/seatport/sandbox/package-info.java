/**
 * The entry of the simulated vendors: {@link dev.seatport.sandbox.Sandbox} starts them, {@link
 * dev.seatport.sandbox.Switches} makes them misbehave. Anyone's tests may import it; none of the other rooms of this module
 * does.
 */
@NullMarked
package dev.seatport.sandbox;

import org.jspecify.annotations.NullMarked;
