/**
 * Inbound port: the review of all customers. Start at {@link dev.seatport.ports.review.SeatReview}. For embedders and the
 * command line; the application implements it.
 */
@NullMarked
package dev.seatport.ports.review;

import org.jspecify.annotations.NullMarked;
