/**
 * Simulated vendors for tests. {@link dev.seatport.sandbox.Sandbox} starts them. A {@link dev.seatport.sandbox.faults.FaultPlan} adds
 * faults, and {@link dev.seatport.sandbox.faults.VendorQuirks} adds differences from the documents. {@link
 * dev.seatport.sandbox.RequestStatistics} counts requests and faults. No other package of this module imports this one.
 */
@NullMarked
package dev.seatport.sandbox;

import org.jspecify.annotations.NullMarked;
