/**
 * What a review looks like when it leaves the process: the entries that every format writes and the journal keeps, and one
 * writer per format. Entry: {@link dev.seatport.reports.review.ReviewWriter}.
 */
@NullMarked
package dev.seatport.reports.review;

import org.jspecify.annotations.NullMarked;
