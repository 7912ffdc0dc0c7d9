/**
 * Protocol details that all AvePoint operations share. Entry:
 * {@link dev.seatport.avepoint.internal.transport.AvePointResponseConventions}. For this module only.
 */
@NullMarked
package dev.seatport.avepoint.internal.transport;

import org.jspecify.annotations.NullMarked;
