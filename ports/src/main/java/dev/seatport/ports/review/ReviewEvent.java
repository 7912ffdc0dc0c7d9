package dev.seatport.ports.review;

import dev.seatport.domain.seat.Quantity;

/** What a review tells while it goes on. */
public sealed interface ReviewEvent {
    /**
     * The review begins. Comes once, first.
     *
     * @param customers how many customers the seat vendor says there are, or were asked for, those of an earlier review
     *     among them; unreported if nobody can tell before they are listed. It is good for a progress bar, not a promise
     */
    record Started(Quantity customers) implements ReviewEvent {}

    /** One customer is reviewed. Comes once per customer, in the order of the seat vendor's listing or of the request. */
    record Reviewed(CustomerReview customer) implements ReviewEvent {}

    /**
     * A tenant of the license vendor that none of the seat vendor's customers has. Comes after all customers, and only if
     * all were asked for.
     */
    record Unmatched(UnmatchedTenant tenant) implements ReviewEvent {}

    /** All is reviewed that will be. Comes once, last, and says how much is missing. */
    record Finished(Completeness completeness) implements ReviewEvent {}
}
