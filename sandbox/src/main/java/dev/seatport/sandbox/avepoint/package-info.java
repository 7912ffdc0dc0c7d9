/**
 * Simulated AvePoint Elements, as its documents describe it. Entry: {@link dev.seatport.sandbox.avepoint.AvePointSandboxApi}. Used by the
 * package {@code dev.seatport.sandbox} only.
 */
@NullMarked
package dev.seatport.sandbox.avepoint;

import org.jspecify.annotations.NullMarked;
