/**
 * AvePoint Elements behind the ports. Entry: {@link dev.seatport.avepoint.AvePoint}. For whoever wires Seatport.
 */
@NullMarked
package dev.seatport.avepoint;

import org.jspecify.annotations.NullMarked;
