/**
 * What is wrong with a customer's seats: {@link dev.seatport.domain.review.Review} turns a
 * {@link dev.seatport.domain.review.CustomerPosition} into {@link dev.seatport.domain.review.Finding findings}. Pure
 * functions; everybody may import this room.
 */
@NullMarked
package dev.seatport.domain.review;

import org.jspecify.annotations.NullMarked;
