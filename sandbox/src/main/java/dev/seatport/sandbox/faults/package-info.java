/**
 * What a test says to make the simulated vendors misbehave: immutable values only. Entry: {@link
 * dev.seatport.sandbox.faults.FaultPlan}. Anyone's tests may import it.
 */
@NullMarked
package dev.seatport.sandbox.faults;

import org.jspecify.annotations.NullMarked;
