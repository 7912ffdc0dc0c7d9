/**
 * AvePoint Elements, as its documents describe it. Entry: {@link dev.seatport.sandbox.avepoint.AvePointSandboxApi}. Imported by
 * the sandbox's entry only.
 */
@NullMarked
package dev.seatport.sandbox.avepoint;

import org.jspecify.annotations.NullMarked;
