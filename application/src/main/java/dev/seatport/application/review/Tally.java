package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.Completeness;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what was reviewed and what is missing. Of one subscription, whose questions are answered on several threads. */
final class Tally {
    private final Map<Source, Map<FailureKind, Long>> missing = new EnumMap<>(Source.class);
    private final List<Gap> atLarge = new ArrayList<>();
    private long customers;
    private long complete;
    private long passedOver;
    private boolean allTenantsSeen = true;
    private final Set<DocumentedCount> reportedCounts;
    private final Set<DocumentedCount> missingCounts = EnumSet.noneOf(DocumentedCount.class);

    /**
     * Nothing was read yet.
     *
     * @param reportedCounts the documented counts that customers of an earlier review have
     */
    Tally(Set<DocumentedCount> reportedCounts) {
        this.reportedCounts = EnumSet.noneOf(DocumentedCount.class);
        this.reportedCounts.addAll(reportedCounts);
    }

    /** A customer that was read. */
    synchronized void add(CustomerPosition position) {
        customers++;
        if (position.complete()) {
            complete++;
        }
        position.gaps().stream()
                .map(gap -> new Missing(gap.source(), gap.kind()))
                .distinct()
                .forEach(this::count);
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
                && (position.customer().value().listsItsTenants()
                        || position.gap(Source.TENANT_SEATS).isEmpty());
    }

    private static boolean tenantsSought(Customer customer, List<Product> products) {
        return customer.listsItsTenants()
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
        atLarge.add(gap);
        count(new Missing(gap.source(), gap.kind()));
        allTenantsSeen = false;
    }

    /** Several questions to one source that failed in one way are one gap of the customer. */
    private record Missing(Source source, FailureKind kind) {}

    private void count(Missing gap) {
        missing.computeIfAbsent(gap.source(), source -> new EnumMap<>(FailureKind.class))
                .merge(gap.kind(), 1L, Long::sum);
    }

    /** Whether no customer was seen at all. */
    synchronized boolean isEmpty() {
        return customers + passedOver == 0;
    }

    /** Whether no customer of the seat vendor can have a tenant that was not seen. */
    synchronized boolean allTenantsSeen() {
        return allTenantsSeen;
    }

    synchronized Completeness completeness() {
        return new Completeness(customers, complete, missing, atLarge);
    }
}
