/**
 * What a review looks like when it leaves the process: the entries that every format writes and the journal keeps, and one
 * writer per format. Entry: {@link dev.seatport.demo.review.ReviewWriter}. For the command line.
 */
@NullMarked
package dev.seatport.demo.review;

import org.jspecify.annotations.NullMarked;
