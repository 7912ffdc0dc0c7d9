/**
 * Fault plans and quirks of the simulated vendors, as immutable values. Entry: {@link dev.seatport.sandbox.faults.FaultPlan}. Tests of
 * other modules may use it.
 */
@NullMarked
package dev.seatport.sandbox.faults;

import org.jspecify.annotations.NullMarked;
