/**
 * Answers below HTTP: bytes that stop, drip or break where a plan of faults says so, on the very socket of a request. Entries:
 * {@link dev.seatport.sandbox.wire.SocketWatch}, {@link dev.seatport.sandbox.wire.BrokenWriter}. Imported by the sandbox's entry
 * only.
 */
@NullMarked
package dev.seatport.sandbox.wire;

import org.jspecify.annotations.NullMarked;
