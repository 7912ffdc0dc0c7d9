package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.UnmatchedTenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the license vendor keeps a tenant: under which of its customers, and in which spelling. Built once per review, then
 * read by many threads, and told which tenants were matched. It is what a review holds of the whole fleet, so it holds it
 * packed: see {@link TenantRows}.
 */
final class TenantIndex {
    private static final int MOST_NAMESAKES = 3;

    private final Vendor vendor;
    private final TenantRows rows;
    private final List<Gap> gaps;
    private final BitSet matched = new BitSet();
    /** The seat vendor's customers with an unmatched tenant, by the row of a license customer of the same name. */
    private final Map<Integer, List<CustomerId>> namesakes = new ConcurrentHashMap<>();

    private TenantIndex(Vendor vendor, TenantRows rows, List<Gap> gaps) {
        this.vendor = vendor;
        this.rows = rows;
        this.gaps = gaps;
    }

    /** Reads the listing to its end, or to where it breaks off: what is known by then is kept. */
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
     * Where to ask for the tenant's licenses, in the order of the listing; empty if no customer is known to have it. Live
     * records decide. If there is none, the only place is that of the record that was deleted last.
     */
    List<Place> places(TenantId tenant) {
        return rows.deciding(tenant)
                .mapToObj(row -> new Place(customer(row), rows.tenant(row), rows.deleted(row)))
                .toList();
    }

    boolean knows(TenantId tenant) {
        return rows.find(tenant).findAny().isPresent();
    }

    /** Notes that a customer of the seat vendor has the tenant. */
    void match(TenantId tenant) {
        synchronized (matched) {
            rows.find(tenant).forEach(matched::set);
        }
    }

    private boolean isMatched(int row) {
        synchronized (matched) {
            return matched.get(row);
        }
    }

    /** The first few of the license vendor's customers that bear the name of a customer with an unmatched tenant. */
    List<CustomerId> namesakes(CustomerId customer, String organization) {
        List<CustomerId> found = new ArrayList<>();
        rows.named(organization).limit(MOST_NAMESAKES).forEach(row -> {
            found.add(new CustomerId(vendor, rows.customerId(row)));
            namesakes.merge(row, List.of(customer), TenantIndex::joined);
        });
        return found;
    }

    private static List<CustomerId> joined(List<CustomerId> some, List<CustomerId> more) {
        return Stream.concat(some.stream(), more.stream())
                .distinct()
                .limit(MOST_NAMESAKES)
                .toList();
    }

    /**
     * The tenants that no customer was noted for, in the order of the listing.
     *
     * @param conclusive whether all tenants of the seat vendor were seen
     */
    Multi<UnmatchedTenant> unmatched(boolean conclusive) {
        return Multi.createFrom()
                .iterable(() -> IntStream.range(0, rows.size())
                        .filter(row -> !isMatched(row))
                        .iterator())
                .map(row -> new UnmatchedTenant(
                        customer(row),
                        rows.organization(rows.customerOf(row)),
                        rows.tenant(row),
                        namesakes.getOrDefault(rows.customerOf(row), List.of()),
                        conclusive,
                        rows.deleted(row)));
    }

    private CustomerId customer(int row) {
        return new CustomerId(vendor, rows.customerId(rows.customerOf(row)));
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
    record Place(CustomerId customer, TenantId tenant, boolean deleted) {}

    /** Subscriber of the listing. Its signals come one after another, so it needs no lock. */
    private static final class Builder implements Flow.Subscriber<Observed<Customer>> {
        /** So many customers are named one by one; further ones of a kind are counted. */
        private static final int MAX_NAMED_CUSTOMERS = 20;

        private final Vendor vendor;
        private final TenantRows rows = new TenantRows();
        private final List<Gap> unidentified = new ArrayList<>();
        private final CompletableFuture<TenantIndex> result = new Result();
        private volatile Flow.@Nullable Subscription subscription;
        private int withoutTenants;
        private int withoutId;

        Builder(Vendor vendor) {
            this.vendor = vendor;
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
                unidentified.add(Answer.withoutTenantId(customer));
            }
            Map<TenantId, Tenant> distinct = new LinkedHashMap<>();
            customer.tenants()
                    .orElse(List.of())
                    .forEach(tenant -> distinct.merge(tenant.id(), tenant, Builder::deciding));
            rows.add(customer, distinct.values());
        }

        private static Tenant deciding(Tenant first, Tenant next) {
            return first.deleted() && !next.deleted() ? next : first;
        }

        @Override
        public void onError(Throwable failure) {
            if (failure instanceof VendorException vendorFailure) {
                complete(List.of(Answer.gap(null, Source.CUSTOMERS, vendorFailure)));
            } else {
                result.completeExceptionally(failure);
            }
        }

        @Override
        public void onComplete() {
            complete(List.of());
        }

        private void complete(List<Gap> first) {
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
                        vendor + " listed " + withoutTenants + " customers without their tenants"));
            }
            try {
                result.complete(new TenantIndex(vendor, rows.sorted(), List.copyOf(gaps)));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        }

        private Gap gap(FailureKind kind, String explanation) {
            return new Gap(null, vendor, Source.CUSTOMERS, kind, explanation);
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
