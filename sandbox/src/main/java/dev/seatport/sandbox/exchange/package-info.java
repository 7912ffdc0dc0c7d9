/**
 * One HTTP exchange as values: {@link dev.seatport.sandbox.exchange.SandboxRequest} in, {@link dev.seatport.sandbox.exchange.SandboxResponse}
 * out, so that the vendors' packages know nothing of the
 * server. Imported by every package but the fleet.
 */
@NullMarked
package dev.seatport.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
