/**
 * One HTTP exchange as values: {@link dev.seatport.sandbox.exchange.Call} in, {@link dev.seatport.sandbox.exchange.Answer}
 * out, so that the vendors' rooms know nothing of the server. Imported by every room but the fleet.
 */
@NullMarked
package dev.seatport.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
