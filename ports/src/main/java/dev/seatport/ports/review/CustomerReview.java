package dev.seatport.ports.review;

import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Review;
import java.time.Instant;

/**
 * One customer, reviewed.
 *
 * @param position what could be read, and what could not
 * @param review how it is judged
 * @param readAt when the last of it was read
 */
public record CustomerReview(CustomerPosition position, Review review, Instant readAt) {}
