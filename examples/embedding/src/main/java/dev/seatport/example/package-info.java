/**
 * Services that embed Seatport. Entries: {@link dev.seatport.example.SeatsOfEveryCustomer} reads the ports of one vendor,
 * {@link dev.seatport.example.BlockingReview} runs a review in blocking Java, {@link dev.seatport.example.ReviewService} serves
 * reviews with Vert.x. No other module imports this package.
 */
@NullMarked
package dev.seatport.example;

import org.jspecify.annotations.NullMarked;
