package dev.seatport.reports.review;

import dev.seatport.domain.review.ExcludedFinding;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.ports.review.CustomerReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of a resume file: a customer and the findings that are counted but not shown.
 *
 * @param exclusions for each excluded finding, the index of its exclusion in the policy
 */
public record CheckpointRecord(CustomerView customer, List<Integer> exclusions) {

    /**
     * Creates the record of a reviewed customer.
     *
     * @param policy the exclusions of the policy of the review
     * @throws IllegalArgumentException if {@code policy} lacks an exclusion of the review
     */
    public static CheckpointRecord of(CustomerReview reviewed, List<Exclusion> policy) {
        List<Integer> indexes = new ArrayList<>();
        for (ExcludedFinding excluded : reviewed.review().excused()) {
            int index = policy.indexOf(excluded.exclusion());
            if (index < 0) {
                throw new IllegalArgumentException("the policy lacks an exclusion of the review");
            }
            indexes.add(index);
        }
        return new CheckpointRecord(ReviewStatistics.VIEWS.customer(reviewed), indexes);
    }

    /** Returns this record with only the findings of these kinds; with all findings if {@code kinds} is empty. */
    public CheckpointRecord only(Set<String> kinds) {
        return kinds.isEmpty() ? this : new CheckpointRecord(customer.only(kinds), exclusions);
    }
}
