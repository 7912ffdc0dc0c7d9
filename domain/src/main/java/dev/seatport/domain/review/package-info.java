/**
 * Review of a customer's seats and licenses: {@link dev.seatport.domain.review.Review} turns a
 * {@link dev.seatport.domain.review.CustomerPosition} into {@link dev.seatport.domain.review.Finding findings}. Pure
 * functions. Any module may use this package.
 */
@NullMarked
package dev.seatport.domain.review;

import org.jspecify.annotations.NullMarked;
