/**
 * What all of AvePoint's operations share on the wire. Entry:
 * {@link dev.seatport.avepoint.internal.transport.AvePointProtocol}. For this module only.
 */
@NullMarked
package dev.seatport.avepoint.internal.transport;

import org.jspecify.annotations.NullMarked;
