/**
 * The C3 CSP Control Center, as its documents describe it. Entry: {@link dev.seatport.sandbox.c3.C3SandboxApi}. Imported by the
 * sandbox's entry only.
 */
@NullMarked
package dev.seatport.sandbox.c3;

import org.jspecify.annotations.NullMarked;
