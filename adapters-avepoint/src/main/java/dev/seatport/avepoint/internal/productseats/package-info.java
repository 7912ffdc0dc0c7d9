/**
 * Product seats and the product catalogue. Entry:
 * {@link dev.seatport.avepoint.internal.productseats.AvePointPurchasedSeats}. For this module only.
 */
@NullMarked
package dev.seatport.avepoint.internal.productseats;

import org.jspecify.annotations.NullMarked;
