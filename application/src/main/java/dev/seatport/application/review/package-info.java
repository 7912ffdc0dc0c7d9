/**
 * The review of a whole fleet of customers. Entry: {@link dev.seatport.application.review.FleetReview}. For whoever wires
 * the adapters together.
 */
@NullMarked
package dev.seatport.application.review;

import org.jspecify.annotations.NullMarked;
