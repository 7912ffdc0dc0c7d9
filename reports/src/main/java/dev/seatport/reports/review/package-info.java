/**
 * Result of a review: the views that all formats write, the summary, and the resume file. Entry:
 * {@link dev.seatport.reports.review.ReviewEventProcessor}.
 */
@NullMarked
package dev.seatport.reports.review;

import org.jspecify.annotations.NullMarked;
