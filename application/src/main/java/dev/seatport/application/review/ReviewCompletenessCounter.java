package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.ReviewCompleteness;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts the reviewed customers and the gaps of one review. Thread-safe: responses arrive on several threads. */
final class ReviewCompletenessCounter {
    private final ReviewCompleteness.Builder completeness = ReviewCompleteness.builder();
    private long reviewedOrSkipped;
    private boolean allTenantsSeen = true;
    private final Set<MandatoryCountField> reportedCounts;
    private final Set<MandatoryCountField> missingCounts = EnumSet.noneOf(MandatoryCountField.class);

    /**
     * Creates a counter.
     *
     * @param reportedCounts the documented counts that rows of the skipped customers have
     */
    ReviewCompletenessCounter(Set<MandatoryCountField> reportedCounts) {
        this.reportedCounts = EnumSet.noneOf(MandatoryCountField.class);
        this.reportedCounts.addAll(reportedCounts);
    }

    /** Counts a reviewed customer. */
    synchronized void add(CustomerPosition position) {
        reviewedOrSkipped++;
        completeness.add(
                position.complete(),
                position.gaps().stream()
                        .map(gap -> new ReviewCompleteness.Cause(gap.source(), gap.kind()))
                        .toList());
        allTenantsSeen &= hasSeenTenants(position);
        reportedCounts.addAll(MandatoryCountField.reportedIn(position));
        missingCounts.addAll(MandatoryCountField.missingIn(position));
    }

    /** Returns the documented counts that all rows of the review lack. */
    synchronized Set<MandatoryCountField> missingCounts() {
        Set<MandatoryCountField> missingFromAll = EnumSet.copyOf(missingCounts);
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
        reviewedOrSkipped++;
    }

    /** Counts a listed customer that an earlier review of the same products has reviewed without a gap. */
    synchronized void skip(Customer customer, List<Product> products) {
        reviewedOrSkipped++;
        allTenantsSeen &= looksForTenants(customer, products);
    }

    /** Marks the licenses as a dataset that the review does not read. */
    synchronized void addUnreadLicenses() {
        completeness.addUnread(Dataset.LICENSES);
    }

    /** Counts a gap that belongs to no customer, or to a requested customer that could not be read. */
    synchronized void add(Gap gap) {
        completeness.add(gap);
        allTenantsSeen = false;
    }

    /** Returns whether no customer was reviewed or skipped. */
    synchronized boolean isEmpty() {
        return reviewedOrSkipped == 0;
    }

    /** Returns whether the review has seen every tenant of the seat vendor's customers. */
    synchronized boolean hasSeenAllTenants() {
        return allTenantsSeen;
    }

    synchronized ReviewCompleteness completeness() {
        return completeness.build();
    }
}
