package dev.seatport.application.review;

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
import dev.seatport.ports.review.UnmatchedTenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of the license vendor's customers, found by tenant id and by customer name. Built once per review, then read by many
 * threads, which also note the tenants that were matched. With three tenants a customer, a tenant takes up to 600 bytes of heap.
 */
final class TenantIndex {
    private static final int MAX_NAMESAKES = 3;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Longer texts are no names, and the JDK takes the square of the time to normalize combining characters. */
    private static final int MAX_NAME_LENGTH = 256;

    private final Vendor vendor;
    private final List<ListedTenant> tenants = new ArrayList<>();
    private final Map<TenantId, List<ListedTenant>> byId = new HashMap<>();
    private final Map<String, List<ListedCustomer>> byName = new HashMap<>();
    private List<Gap> gaps = List.of();
    private final Set<TenantId> matched = ConcurrentHashMap.newKeySet();
    /** The seat vendor's customers with an unmatched tenant, by the license customer of the same name. */
    private final Map<CustomerId, List<CustomerId>> namesakes = new ConcurrentHashMap<>();

    private TenantIndex(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Reads the listing to its end, or to where it breaks off: the customers before a failure are kept. */
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
     * A customer of the license vendor.
     *
     * @param name the organization, {@code null} if the vendor did not report it
     */
    private record ListedCustomer(CustomerId id, @Nullable String name) {}

    /**
     * A tenant, as the license vendor lists it with a customer.
     *
     * @param id the tenant in the vendor's spelling
     * @param deletedAt when the vendor deleted its record of the customer in the tenant, {@code null} if it is live
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
            byName.computeIfAbsent(comparable(owner.name()), name -> new ArrayList<>(1))
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

    private static String comparable(String name) {
        if (name.length() > MAX_NAME_LENGTH) {
            return name;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns where to ask for the tenant's licenses, in the order of the listing; empty if no customer is known to have it. Live
     * records decide. If there is none, the only place is that of the record that was deleted last, the first of equal ones.
     */
    List<TenantLocation> places(TenantId tenant) {
        List<ListedTenant> listed = byId.getOrDefault(tenant, List.of());
        List<ListedTenant> deciding =
                listed.stream().filter(each -> !each.deleted()).toList();
        if (deciding.isEmpty()) {
            deciding =
                    listed.stream().reduce((one, next) -> deletion(next).isAfter(deletion(one)) ? next : one).stream()
                            .toList();
        }
        return deciding.stream()
                .map(each -> new TenantLocation(each.customer().id(), each.id(), each.deleted()))
                .toList();
    }

    private static Instant deletion(ListedTenant tenant) {
        return Objects.requireNonNullElse(tenant.deletedAt(), Instant.MIN);
    }

    boolean knows(TenantId tenant) {
        return byId.containsKey(tenant);
    }

    /** Notes that a customer of the seat vendor has the tenant. */
    void match(TenantId tenant) {
        if (knows(tenant)) {
            matched.add(tenant);
        }
    }

    /** Returns the first few of the license vendor's customers that have the name of a customer with an unmatched tenant. */
    List<CustomerId> namesakes(CustomerId customer, String organization) {
        List<CustomerId> found = byName.getOrDefault(comparable(organization), List.of()).stream()
                .limit(MAX_NAMESAKES)
                .map(ListedCustomer::id)
                .toList();
        found.forEach(namesake -> namesakes.merge(namesake, List.of(customer), TenantIndex::joined));
        return found;
    }

    private static List<CustomerId> joined(List<CustomerId> some, List<CustomerId> more) {
        return Stream.concat(some.stream(), more.stream())
                .distinct()
                .limit(MAX_NAMESAKES)
                .toList();
    }

    /**
     * The tenants that no customer was noted for, in the order of the listing.
     *
     * @param conclusive whether all tenants of the seat vendor were seen
     */
    Multi<UnmatchedTenant> unmatched(boolean conclusive) {
        return Multi.createFrom()
                .iterable(tenants)
                .filter(tenant -> !matched.contains(tenant.id()))
                .map(tenant -> new UnmatchedTenant(
                        tenant.customer().id(),
                        tenant.customer().name(),
                        tenant.id(),
                        namesakes.getOrDefault(tenant.customer().id(), List.of()),
                        conclusive,
                        tenant.deleted()));
    }

    /** Why a tenant that is not in here may be known to the vendor all the same; empty if the index is complete. */
    Optional<Gap> gap() {
        return gaps.stream().findFirst();
    }

    /** All that is missing of the listing. */
    List<Gap> gaps() {
        return gaps;
    }

    /**
     * A tenant, as the license vendor names it.
     *
     * @param customer the vendor's customer that the tenant is listed under
     * @param tenant the tenant in the vendor's own spelling
     * @param deleted whether the vendor deleted its record of the customer in the tenant
     */
    record TenantLocation(CustomerId customer, TenantId tenant, boolean deleted) {}

    /** Subscriber of the listing. Its signals come one after another, so it needs no lock. */
    private static final class Builder implements Flow.Subscriber<Observed<Customer>> {
        /** Customers beyond these are counted and not named, so that a message stays readable. */
        private static final int MAX_NAMED_CUSTOMERS = 20;

        private final TenantIndex index;
        private final List<Gap> unidentified = new ArrayList<>();
        private final CompletableFuture<TenantIndex> result = new Result();
        private volatile Flow.@Nullable Subscription subscription;
        private int withoutTenants;
        private int withoutId;

        Builder(Vendor vendor) {
            this.index = new TenantIndex(vendor);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            if (subscription != null || result.isDone()) {
                given.cancel();
                return;
            }
            subscription = given;
            given.request(Long.MAX_VALUE);
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

        /** A deleted customer counts: the vendor knows its tenants. */
        private void add(Customer customer) {
            if (customer.tenants().isEmpty() && customer.tenantsWithoutId() == 0) {
                withoutTenants++;
            }
            if (customer.tenantsWithoutId() > 0 && withoutId++ < MAX_NAMED_CUSTOMERS) {
                unidentified.add(PartialRows.withoutTenantId(customer));
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
                        (withoutId - unidentified.size()) + " further customers with a tenant without an id"));
            }
            if (withoutTenants > 0) {
                gaps.add(gap(
                        FailureKind.INCOMPLETE_LISTING,
                        index.vendor + " listed " + withoutTenants + " customers without their tenants"));
            }
            index.gaps = List.copyOf(gaps);
            result.complete(index);
        }

        private Gap gap(FailureKind kind, String explanation) {
            return new Gap(null, index.vendor, Dataset.CUSTOMERS, kind, explanation);
        }

        private void cancel() {
            Flow.Subscription current = subscription;
            if (current != null) {
                current.cancel();
            }
        }

        /** Cancelling the future cancels the subscription. */
        private final class Result extends CompletableFuture<TenantIndex> {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                boolean cancelled = super.cancel(mayInterruptIfRunning);
                Builder.this.cancel();
                return cancelled;
            }
        }
    }
}
