/**
 * Services that embed Seatport. Entries: {@link dev.seatport.example.SeatsOfEveryCustomer} asks one vendor's ports,
 * {@link dev.seatport.example.BlockingReview} runs a review in plain Java, {@link dev.seatport.example.ReviewService} serves one
 * with Vert.x. Imported by nobody.
 */
@NullMarked
package dev.seatport.example;

import org.jspecify.annotations.NullMarked;
