package dev.seatport.application.review;

import dev.seatport.application.internal.CustomerName;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Index of the license vendor's tenants by tenant id, and of its customers by name. Built once per review. Then thread-safe:
 * many threads look up tenants and mark them as matched. With three tenants a customer, a tenant takes up to 600 bytes of heap.
 */
final class TenantIndex {
    private static final int MAX_NAMESAKES = 3;

    private final List<ListedTenant> tenants = new ArrayList<>();
    private final Map<TenantId, List<ListedTenant>> byId = new HashMap<>();
    private final Map<String, List<ListedCustomer>> byName = new HashMap<>();
    private List<Gap> gaps = List.of();
    private boolean complete;
    private final Set<TenantId> matched = ConcurrentHashMap.newKeySet();
    /** The seat vendor's customers with an unmatched tenant, by the license vendor's customer of the same name. */
    private final Map<CustomerId, List<CustomerId>> namesakes = new ConcurrentHashMap<>();

    private TenantIndex() {}

    /** Returns the index of a review without a license vendor. It has no tenant and no gap, and is not complete. */
    static TenantIndex unread() {
        return new TenantIndex();
    }

    /** Builds the index from a listing. If the listing breaks off, the index keeps the earlier customers and has a gap. */
    static Uni<TenantIndex> of(Vendor vendor, CustomerDirectory customers) {
        return Uni.createFrom().completionStage(() -> {
            Builder builder = new Builder(vendor);
            try {
                customers.all().subscribe(builder);
            } catch (VendorException e) {
                builder.onError(e);
            }
            return builder.result;
        });
    }

    /**
     * Customer of the license vendor.
     *
     * @param name the organization; {@code null} if the vendor reported none
     */
    private record ListedCustomer(CustomerId id, @Nullable String name) {}

    /**
     * Tenant in the license vendor's listing of a customer.
     *
     * @param id the tenant in the vendor's spelling
     * @param deletedAt the time at which the vendor deleted its record of the customer in the tenant; {@code null} if it did
     *     not
     */
    private record ListedTenant(
            ListedCustomer customer, TenantId id, @Nullable Instant deletedAt) {
        boolean deleted() {
            return deletedAt != null;
        }
    }

    private void add(Customer customer) {
        ListedCustomer owner =
                new ListedCustomer(customer.id(), customer.organization().orElse(null));
        if (owner.name() != null) {
            byName.computeIfAbsent(CustomerName.normalize(owner.name()), name -> new ArrayList<>(1))
                    .add(owner);
        }
        Map<TenantId, Tenant> distinct = new LinkedHashMap<>();
        for (Tenant tenant : customer.tenants().orElse(List.of())) {
            distinct.merge(tenant.id(), tenant, (first, next) -> first.deleted() && !next.deleted() ? next : first);
        }
        for (Tenant tenant : distinct.values()) {
            Instant deletedAt =
                    tenant.deletedAt() == null ? customer.deletedAt().orElse(null) : tenant.deletedAt();
            ListedTenant listed = new ListedTenant(owner, tenant.id(), deletedAt);
            tenants.add(listed);
            byId.computeIfAbsent(tenant.id(), id -> new ArrayList<>(1)).add(listed);
        }
    }

    /**
     * Returns the customers that have the tenant, in the order of the listing. Deleted records are ignored if there is a live
     * one. Otherwise the only location is the record deleted last, or the first of equal ones.
     *
     * @return empty if no listed customer has the tenant
     */
    List<LicenseRequestTarget> locations(TenantId tenant) {
        List<ListedTenant> listed = byId.getOrDefault(tenant, List.of());
        List<ListedTenant> relevant =
                listed.stream().filter(each -> !each.deleted()).toList();
        if (relevant.isEmpty()) {
            relevant =
                    listed.stream()
                            .reduce((one, next) -> deletionTime(next).isAfter(deletionTime(one)) ? next : one)
                            .stream()
                            .toList();
        }
        return relevant.stream()
                .map(each -> new LicenseRequestTarget(each.customer().id(), each.id(), each.deleted()))
                .toList();
    }

    private static Instant deletionTime(ListedTenant tenant) {
        return Objects.requireNonNullElse(tenant.deletedAt(), Instant.MIN);
    }

    boolean contains(TenantId tenant) {
        return byId.containsKey(tenant);
    }

    /** Marks the tenant as one that a customer of the seat vendor has. */
    void markMatched(TenantId tenant) {
        if (contains(tenant)) {
            matched.add(tenant);
        }
    }

    /** Returns the first customers of the license vendor with the name, and remembers the given customer as their namesake. */
    List<CustomerId> findNamesakes(CustomerId customer, String organization) {
        List<CustomerId> found = byName.getOrDefault(CustomerName.normalize(organization), List.of()).stream()
                .limit(MAX_NAMESAKES)
                .map(ListedCustomer::id)
                .toList();
        found.forEach(namesake -> namesakes.merge(namesake, List.of(customer), TenantIndex::merge));
        return found;
    }

    private static List<CustomerId> merge(List<CustomerId> first, List<CustomerId> second) {
        return Stream.concat(first.stream(), second.stream())
                .distinct()
                .limit(MAX_NAMESAKES)
                .toList();
    }

    /**
     * Returns the tenants that were not marked as matched, in the order of the listing.
     *
     * @param conclusive whether the review has seen every tenant of the seat vendor
     */
    Multi<UnmatchedLicenseTenant> unmatched(boolean conclusive) {
        return Multi.createFrom()
                .iterable(tenants)
                .filter(tenant -> !matched.contains(tenant.id()))
                .map(tenant -> new UnmatchedLicenseTenant(
                        tenant.customer().id(),
                        tenant.customer().name(),
                        tenant.id(),
                        namesakes.getOrDefault(tenant.customer().id(), List.of()),
                        conclusive,
                        tenant.deleted()));
    }

    /**
     * Returns the first gap of the listing, because of which the vendor may have a tenant that is not in the index.
     *
     * @return empty if there is none
     */
    Optional<Gap> gap() {
        return gaps.stream().findFirst();
    }

    /** Returns whether the whole listing was read. Only then is a tenant unmatched that is not in the index. */
    boolean isComplete() {
        return complete;
    }

    /** Returns all gaps of the listing. */
    List<Gap> gaps() {
        return gaps;
    }

    /**
     * Customer and tenant with which to request licenses.
     *
     * @param customer the license vendor's customer that has the tenant
     * @param tenant the tenant in the license vendor's spelling
     * @param deleted whether the license vendor deleted its record of the customer in the tenant
     */
    record LicenseRequestTarget(CustomerId customer, TenantId tenant, boolean deleted) {}

    /** Subscriber of the listing. Reactive Streams serialises signals, so most fields have no lock. */
    private static final class Builder implements Flow.Subscriber<Observed<Customer>> {
        /** Limits the gaps that name a customer; further customers are only counted. */
        private static final int MAX_NAMED_CUSTOMERS = 20;

        private final Vendor vendor;
        private final TenantIndex index = new TenantIndex();
        private final List<Gap> unidentified = new ArrayList<>();
        private final CompletableFuture<TenantIndex> result = new CancellingFuture();
        private volatile Flow.@Nullable Subscription subscription;
        private int withoutTenants;
        private int withoutId;

        Builder(Vendor vendor) {
            this.vendor = vendor;
        }

        @Override
        public void onSubscribe(Flow.Subscription received) {
            if (subscription != null || result.isDone()) {
                received.cancel();
                return;
            }
            subscription = received;
            received.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Observed<Customer> row) {
            if (result.isDone()) {
                return;
            }
            try {
                add(row.value());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
                cancel();
            }
        }

        /** Includes deleted customers, because the vendor has their tenants. */
        private void add(Customer customer) {
            if (customer.tenants().isEmpty() && customer.tenantsWithoutId() == 0) {
                withoutTenants++;
            }
            if (customer.tenantsWithoutId() > 0 && withoutId++ < MAX_NAMED_CUSTOMERS) {
                unidentified.add(PartialRows.missingTenantIds(customer));
            }
            index.add(customer);
        }

        @Override
        public void onError(Throwable failure) {
            if (failure instanceof VendorException vendorFailure) {
                complete(List.of(PartialRows.gap(null, Dataset.CUSTOMERS, vendorFailure)));
            } else {
                result.completeExceptionally(failure);
            }
        }

        @Override
        public void onComplete() {
            complete(List.of());
        }

        private void complete(List<Gap> first) {
            if (result.isDone()) {
                return;
            }
            List<Gap> gaps = new ArrayList<>(first);
            gaps.addAll(unidentified);
            if (withoutId > unidentified.size()) {
                gaps.add(gap(
                        FailureKind.MALFORMED_ANSWER,
                        (withoutId - unidentified.size()) + " further customers have a tenant without an id"));
            }
            if (withoutTenants > 0) {
                gaps.add(gap(
                        FailureKind.INCOMPLETE_LISTING,
                        vendor + " did not report the tenants of " + withoutTenants
                                + (withoutTenants == 1 ? " customer" : " customers")));
            }
            index.gaps = List.copyOf(gaps);
            index.complete = gaps.isEmpty();
            result.complete(index);
        }

        private Gap gap(FailureKind kind, String explanation) {
            return new Gap(null, vendor, Dataset.CUSTOMERS, kind, explanation);
        }

        private void cancel() {
            Flow.Subscription current = subscription;
            if (current != null) {
                current.cancel();
            }
        }

        /** Cancelling the future cancels the subscription. */
        private final class CancellingFuture extends CompletableFuture<TenantIndex> {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                boolean cancelled = super.cancel(mayInterruptIfRunning);
                Builder.this.cancel();
                return cancelled;
            }
        }
    }
}
