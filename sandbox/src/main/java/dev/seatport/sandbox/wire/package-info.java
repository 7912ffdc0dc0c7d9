/**
 * Responses below HTTP: bytes that stop, drip or break where a plan of faults says so, on the very socket of a request. Entries:
 * {@link dev.seatport.sandbox.wire.SocketTrackingTransport}, {@link dev.seatport.sandbox.wire.SocketFaultWriter}. Imported by the
 * sandbox's entry only.
 */
@NullMarked
package dev.seatport.sandbox.wire;

import org.jspecify.annotations.NullMarked;
