package dev.seatport.ports.review;

/** What a review tells while it goes on. */
public sealed interface ReviewEvent {
    /** One customer is reviewed. Comes once per customer, in the order of the seat vendor's listing. */
    record Reviewed(CustomerReview customer) implements ReviewEvent {}

    /** All is reviewed that will be. Comes once, last, and says what is missing. */
    record Finished(Completeness completeness) implements ReviewEvent {}
}
