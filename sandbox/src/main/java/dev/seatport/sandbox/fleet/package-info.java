/**
 * The simulated truth: customers, tenants, seats and licenses that both vendors report from. Entry: {@link
 * dev.seatport.sandbox.fleet.SimulatedFleet}. Anyone's tests may import it, to compare what was read with what is true.
 */
@NullMarked
package dev.seatport.sandbox.fleet;

import org.jspecify.annotations.NullMarked;
