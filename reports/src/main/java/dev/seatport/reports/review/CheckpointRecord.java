package dev.seatport.reports.review;

import dev.seatport.domain.review.ExcludedFinding;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.ports.review.CustomerReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A customer of a result with what is counted of it and not shown: a line of the journal.
 *
 * @param exclusions for each finding that was taken out, the place in the policy of the exclusion that did it
 */
public record CheckpointRecord(CustomerView customer, List<Integer> exclusions) {

    /**
     * What a review told of a customer.
     *
     * @param policy the exclusions of the policy that the review was made with
     * @throws IllegalArgumentException if an exclusion of the review is not among them
     */
    public static CheckpointRecord of(CustomerReview reviewed, List<Exclusion> policy) {
        List<Integer> places = new ArrayList<>();
        for (ExcludedFinding excludedFinding : reviewed.review().excused()) {
            int place = policy.indexOf(excludedFinding.exclusion());
            if (place < 0) {
                throw new IllegalArgumentException("the review has an exclusion that is not of this policy");
            }
            places.add(place);
        }
        return new CheckpointRecord(ReviewStatistics.VIEWS.customer(reviewed), places);
    }

    /** The same, with no findings but those of some kinds; with all of them if no kind is named. */
    public CheckpointRecord only(Set<String> kinds) {
        return kinds.isEmpty() ? this : new CheckpointRecord(customer.only(kinds), exclusions);
    }
}
