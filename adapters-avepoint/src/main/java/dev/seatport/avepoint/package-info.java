/**
 * Adapter for AvePoint Elements. Entry: {@link dev.seatport.avepoint.AvePoint}. For applications that embed Seatport.
 */
@NullMarked
package dev.seatport.avepoint;

import org.jspecify.annotations.NullMarked;
