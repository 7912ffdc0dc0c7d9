/**
 * Parser of the policy file of a review, with one error message per wrong line. Entry:
 * {@link dev.seatport.reports.policy.PolicyFileReader}.
 */
@NullMarked
package dev.seatport.reports.policy;

import org.jspecify.annotations.NullMarked;
