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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final @Nullable Gap gap;
    private final BitSet matched = new BitSet();
    /** The seat vendor's customers with an unmatched tenant, by the row of a license customer of the same name. */
    private final Map<Integer, List<CustomerId>> namesakes = new ConcurrentHashMap<>();

    private TenantIndex(Vendor vendor, TenantRows rows, @Nullable Gap gap) {
        this.vendor = vendor;
        this.rows = rows;
        this.gap = gap;
    }

    /** Reads the listing to its end, or to where it breaks off: what is known by then is kept. */
    static Uni<TenantIndex> of(Vendor vendor, CustomerDirectory customers) {
        return Uni.createFrom().deferred(() -> {
            Builder builder = new Builder();
            return Multi.createFrom()
                    .deferred(() -> Multi.createFrom().publisher(customers.all()))
                    .onItem()
                    .invoke(builder::add)
                    .onFailure(VendorException.class)
                    .invoke(failure -> builder.endedBy = (VendorException) failure)
                    .onFailure(VendorException.class)
                    .recoverWithCompletion()
                    .onItem()
                    .ignoreAsUni()
                    .map(done -> new TenantIndex(vendor, builder.rows.sorted(), builder.gap(vendor)));
        });
    }

    /** Where to ask for the tenant's licenses, in the order of the listing; empty if no customer is known to have it. */
    List<Place> places(TenantId tenant) {
        return rows.find(tenant)
                .mapToObj(row -> new Place(customer(row), rows.tenant(row)))
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
                        conclusive));
    }

    private CustomerId customer(int row) {
        return new CustomerId(vendor, rows.customerId(rows.customerOf(row)));
    }

    /** Why a tenant that is not in here may be known to the vendor all the same; empty if the index is complete. */
    Optional<Gap> gap() {
        return Optional.ofNullable(gap);
    }

    /**
     * A tenant, as the license vendor names it.
     *
     * @param customer the vendor's customer that the tenant is listed under
     * @param tenant the tenant in the vendor's own spelling
     */
    record Place(CustomerId customer, TenantId tenant) {}

    /** Fed by one subscription, whose signals come one after another: no lock is needed. */
    private static final class Builder {
        private final TenantRows rows = new TenantRows();
        private @Nullable VendorException endedBy;
        private int withoutTenants;

        /** A deleted customer counts: the vendor knows its tenants. */
        void add(Observed<Customer> row) {
            Customer customer = row.value();
            Optional<List<Tenant>> tenants = customer.tenants();
            if (tenants.isEmpty()) {
                withoutTenants++;
            }
            rows.add(
                    customer.id().value(),
                    customer.organization().orElse(null),
                    tenants.orElse(List.of()).stream()
                            .map(Tenant::id)
                            .distinct()
                            .toList());
        }

        @Nullable
        Gap gap(Vendor vendor) {
            if (endedBy != null) {
                return Answer.gap(null, Source.CUSTOMERS, endedBy);
            }
            return withoutTenants == 0
                    ? null
                    : new Gap(
                            null,
                            vendor,
                            Source.CUSTOMERS,
                            FailureKind.INCOMPLETE_LISTING,
                            vendor + " listed " + withoutTenants + " customers without their tenants");
        }
    }
}
