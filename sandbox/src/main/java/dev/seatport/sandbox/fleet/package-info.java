/**
 * Simulated customers, tenants, seats and licenses, the single source of both vendors' responses. Entry: {@link
 * dev.seatport.sandbox.fleet.SimulatedFleet}. Tests of other modules may use it to check received data.
 */
@NullMarked
package dev.seatport.sandbox.fleet;

import org.jspecify.annotations.NullMarked;
