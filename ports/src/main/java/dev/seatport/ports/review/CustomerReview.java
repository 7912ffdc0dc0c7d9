package dev.seatport.ports.review;

import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Review;
import java.time.Instant;

/**
 * Result of the review of one customer.
 *
 * @param position the customer's data from all vendors, and its gaps
 * @param review the coverage and the findings
 * @param readAt the time at which the last response about the customer arrived
 */
public record CustomerReview(CustomerPosition position, Review review, Instant readAt) {}
