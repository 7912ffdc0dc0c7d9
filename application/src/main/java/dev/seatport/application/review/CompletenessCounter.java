package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.Completeness;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts what was reviewed and what is missing. Of one subscription, whose questions are answered on several threads. */
final class CompletenessCounter {
    private final Completeness.Builder completeness = Completeness.builder();
    private long passedOver;
    private boolean allTenantsSeen = true;
    private final Set<DocumentedCount> reportedCounts;
    private final Set<DocumentedCount> missingCounts = EnumSet.noneOf(DocumentedCount.class);

    /**
     * Nothing was read yet.
     *
     * @param reportedCounts the documented counts that customers of an earlier review have
     */
    CompletenessCounter(Set<DocumentedCount> reportedCounts) {
        this.reportedCounts = EnumSet.noneOf(DocumentedCount.class);
        this.reportedCounts.addAll(reportedCounts);
    }

    /** A customer that was read. */
    synchronized void add(CustomerPosition position) {
        completeness.add(
                position.complete(),
                position.gaps().stream()
                        .map(gap -> new Completeness.Cause(gap.source(), gap.kind()))
                        .toList());
        allTenantsSeen &= tenantsSeen(position);
        reportedCounts.addAll(DocumentedCount.reportedIn(position));
        missingCounts.addAll(DocumentedCount.missingIn(position));
    }

    /** The documented counts that rows should have had and that no row of the whole review has. */
    synchronized Set<DocumentedCount> missingCounts() {
        Set<DocumentedCount> missingFromAll = EnumSet.copyOf(missingCounts);
        missingFromAll.removeAll(reportedCounts);
        return missingFromAll;
    }

    private static boolean tenantsSeen(CustomerPosition position) {
        return tenantsSought(position.customer().value(), position.products())
                && (position.customer().value().isTenantListComplete()
                        || position.gap(Dataset.TENANT_SEATS).isEmpty());
    }

    private static boolean tenantsSought(Customer customer, List<Product> products) {
        return customer.isTenantListComplete()
                || products.stream().anyMatch(product -> product.covers() == TenantKind.MICROSOFT_365);
    }

    /** A customer that was asked for and that an earlier review has read. */
    synchronized void passOver() {
        passedOver++;
    }

    /** A listed customer of whom an earlier review, of the same products, has read everything. */
    synchronized void passOver(Customer customer, List<Product> products) {
        passedOver++;
        allTenantsSeen &= tenantsSought(customer, products);
    }

    /** Something that is missing of no customer that is told. */
    synchronized void add(Gap gap) {
        completeness.add(gap);
        allTenantsSeen = false;
    }

    /** Whether no customer was seen at all. */
    synchronized boolean isEmpty() {
        return completeness.customers() + passedOver == 0;
    }

    /** Whether no customer of the seat vendor can have a tenant that was not seen. */
    synchronized boolean allTenantsSeen() {
        return allTenantsSeen;
    }

    synchronized Completeness completeness() {
        return completeness.build();
    }
}
