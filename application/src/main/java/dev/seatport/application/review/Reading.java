package dev.seatport.application.review;

import dev.seatport.domain.review.CustomerPosition;
import java.time.Instant;

/**
 * A customer that was read.
 *
 * @param position what was read
 * @param at when the last of it was
 */
record Reading(CustomerPosition position, Instant at) {}
