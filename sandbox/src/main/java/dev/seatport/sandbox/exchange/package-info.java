/**
 * Values of one HTTP exchange: {@link dev.seatport.sandbox.exchange.SandboxRequest} and {@link
 * dev.seatport.sandbox.exchange.SandboxResponse}. They keep the vendors' packages independent of the HTTP server. Used by every package
 * except {@code fleet}.
 */
@NullMarked
package dev.seatport.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
