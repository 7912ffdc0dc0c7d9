/**
 * The policy file of a review: reads it, or says on which lines it is wrong. Entry:
 * {@link dev.seatport.demo.policy.PolicyFile}. For the command line.
 */
@NullMarked
package dev.seatport.demo.policy;

import org.jspecify.annotations.NullMarked;
