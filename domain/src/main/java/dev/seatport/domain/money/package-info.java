/**
 * Money: {@link dev.seatport.domain.money.PriceList} has the prices of seats and licenses, and computes the monthly amount of a
 * finding. No vendor reports prices: a partner sets them in the policy of a review.
 */
@NullMarked
package dev.seatport.domain.money;

import org.jspecify.annotations.NullMarked;
