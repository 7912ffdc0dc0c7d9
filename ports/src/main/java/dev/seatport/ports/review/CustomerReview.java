package dev.seatport.ports.review;

import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Review;

/**
 * One customer, reviewed.
 *
 * @param position what could be read, and what could not
 * @param review how it is judged
 */
public record CustomerReview(CustomerPosition position, Review review) {}
