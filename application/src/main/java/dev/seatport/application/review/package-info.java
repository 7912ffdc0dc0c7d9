/**
 * The review of all customers of a partner. Start at {@link dev.seatport.application.review.FleetReview}. For embedders and
 * the command line, which pass it the adapters.
 */
@NullMarked
package dev.seatport.application.review;

import org.jspecify.annotations.NullMarked;
