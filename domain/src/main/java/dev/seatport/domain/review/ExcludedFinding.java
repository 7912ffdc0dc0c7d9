package dev.seatport.domain.review;

/**
 * A finding that an exclusion in force takes the alarm from.
 *
 * @param finding what was found all the same
 * @param exclusion why nobody needs to act; the first in the policy's order that concerns the finding
 */
public record ExcludedFinding(Finding finding, Exclusion exclusion) {}
