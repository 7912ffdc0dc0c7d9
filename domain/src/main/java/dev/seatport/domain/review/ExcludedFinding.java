package dev.seatport.domain.review;

/**
 * Finding that an exclusion in force suppresses.
 *
 * @param finding the finding
 * @param exclusion the first exclusion of the policy that matches the finding
 */
public record ExcludedFinding(Finding finding, Exclusion exclusion) {}
