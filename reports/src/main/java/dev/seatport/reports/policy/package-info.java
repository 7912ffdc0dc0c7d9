/**
 * The policy file of a review: reads it, or says on which lines it is wrong. Entry:
 * {@link dev.seatport.reports.policy.PolicyFile}.
 */
@NullMarked
package dev.seatport.reports.policy;

import org.jspecify.annotations.NullMarked;
