/**
 * Simulated C3 CSP Control Center, as its documents describe it. Entry: {@link dev.seatport.sandbox.c3.C3SandboxApi}. Used by the package
 * {@code dev.seatport.sandbox} only.
 */
@NullMarked
package dev.seatport.sandbox.c3;

import org.jspecify.annotations.NullMarked;
