/**
 * Responses that stop, drip or break at byte level, on the socket of a request. Entries: {@link
 * dev.seatport.sandbox.wire.SocketTrackingTransport}, {@link dev.seatport.sandbox.wire.SocketFaultWriter}. Used by the package {@code
 * dev.seatport.sandbox} only.
 */
@NullMarked
package dev.seatport.sandbox.wire;

import org.jspecify.annotations.NullMarked;
