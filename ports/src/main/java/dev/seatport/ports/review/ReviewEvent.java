package dev.seatport.ports.review;

import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.seat.Quantity;
import java.util.List;

/** Event of a running review. */
public sealed interface ReviewEvent {
    /**
     * Start of the review. Published once, first.
     *
     * @param customers number of customers that the seat vendor reports, or that the caller listed. Includes the customers of
     *     a {@link ReviewedCustomerLookup}. Unreported if the vendor has no count. For a progress bar only, because the listing may
     *     differ
     */
    record Started(Quantity customers) implements ReviewEvent {}

    /**
     * Review of one customer. Published once per customer, in the order of the seat vendor's listing or of the caller's list
     * of customers.
     */
    record Reviewed(CustomerReview customer) implements ReviewEvent {}

    /**
     * Tenant that the license vendor reports, but that belongs to no customer of the seat vendor. Published after all
     * customers, and only if the review was of all customers.
     */
    record Unmatched(UnmatchedLicenseTenant tenant) implements ReviewEvent {}

    /**
     * End of the review. Published once, last.
     *
     * @param completeness the counts of complete and incomplete customers
     * @param unseen the entries of the policy that match nothing. Empty if the review was not of all customers, or if data is
     *     missing that could match
     */
    record Finished(ReviewCompleteness completeness, List<UnseenPolicyEntry> unseen) implements ReviewEvent {
        public Finished {
            unseen = List.copyOf(unseen);
        }

        /** Creates the end of a review whose policy has no unseen entry. */
        public Finished(ReviewCompleteness completeness) {
            this(completeness, List.of());
        }
    }
}
