package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.RequiredCount;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.ReviewCompleteness;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts the reviewed customers and the gaps of one review. Thread-safe: responses arrive on several threads. */
final class ReviewCompletenessCounter {
    private final ReviewCompleteness.Builder completeness = ReviewCompleteness.builder();
    private long skipped;
    private boolean allTenantsSeen = true;
    private final Set<RequiredCount> reportedCounts;
    private final Set<RequiredCount> missingCounts = EnumSet.noneOf(RequiredCount.class);

    /**
     * Creates a counter.
     *
     * @param reportedCounts the documented counts that rows of the skipped customers have
     */
    ReviewCompletenessCounter(Set<RequiredCount> reportedCounts) {
        this.reportedCounts = EnumSet.noneOf(RequiredCount.class);
        this.reportedCounts.addAll(reportedCounts);
    }

    /** Counts a reviewed customer. */
    synchronized void add(CustomerPosition position) {
        completeness.add(
                position.complete(),
                position.gaps().stream()
                        .map(gap -> new ReviewCompleteness.Cause(gap.source(), gap.kind()))
                        .toList());
        allTenantsSeen &= hasSeenTenants(position);
        reportedCounts.addAll(RequiredCount.reportedIn(position));
        missingCounts.addAll(RequiredCount.missingIn(position));
    }

    /** Returns the documented counts that all rows of the review lack. */
    synchronized Set<RequiredCount> missingCounts() {
        Set<RequiredCount> missingFromAll = EnumSet.copyOf(missingCounts);
        missingFromAll.removeAll(reportedCounts);
        return missingFromAll;
    }

    private static boolean hasSeenTenants(CustomerPosition position) {
        return looksForTenants(position.customer().value(), position.products())
                && (position.customer().value().isTenantListComplete()
                        || position.gap(Dataset.TENANT_SEATS).isEmpty());
    }

    private static boolean looksForTenants(Customer customer, List<Product> products) {
        return customer.isTenantListComplete()
                || products.stream().anyMatch(product -> product.covers() == TenantKind.MICROSOFT_365);
    }

    /** Counts a requested customer that an earlier review has reviewed. */
    synchronized void skip() {
        skipped++;
    }

    /** Counts a listed customer that an earlier review of the same products has reviewed without a gap. */
    synchronized void skip(Customer customer, List<Product> products) {
        skipped++;
        allTenantsSeen &= looksForTenants(customer, products);
    }

    /** Counts a gap that belongs to no reviewed customer. */
    synchronized void add(Gap gap) {
        completeness.add(gap);
        allTenantsSeen = false;
    }

    /** Returns whether no customer was reviewed or skipped. */
    synchronized boolean isEmpty() {
        return completeness.customers() + skipped == 0;
    }

    /** Returns whether the review has seen every tenant of the seat vendor's customers. */
    synchronized boolean hasSeenAllTenants() {
        return allTenantsSeen;
    }

    synchronized ReviewCompleteness completeness() {
        return completeness.build();
    }
}
