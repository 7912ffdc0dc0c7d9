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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the license vendor keeps a tenant: under which of its customers, and in which spelling. Built once per review,
 * then only read.
 */
final class TenantIndex {
    private final Map<TenantId, List<Place>> places;
    private final @Nullable Gap gap;

    private TenantIndex(Builder builder, @Nullable Gap gap) {
        this.places = builder.places;
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
                    .map(done -> new TenantIndex(builder, builder.gap(vendor)));
        });
    }

    /** Where to ask for the tenant's licenses, in the order of the listing; empty if no customer is known to have it. */
    List<Place> places(TenantId tenant) {
        return List.copyOf(places.getOrDefault(tenant, List.of()));
    }

    boolean knows(TenantId tenant) {
        return places.containsKey(tenant);
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
        private final Map<TenantId, List<Place>> places = new HashMap<>();
        private @Nullable VendorException endedBy;
        private int withoutTenants;

        /** A deleted customer counts: the vendor knows its tenants. */
        void add(Observed<Customer> row) {
            Customer customer = row.value();
            Optional<List<Tenant>> tenants = customer.tenants();
            if (tenants.isEmpty()) {
                withoutTenants++;
            }
            for (Tenant tenant : tenants.orElse(List.of())) {
                Place place = new Place(customer.id(), tenant.id());
                List<Place> known = places.computeIfAbsent(tenant.id(), id -> new ArrayList<>(1));
                if (!known.contains(place)) {
                    known.add(place);
                }
            }
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
