package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the data of one customer from all sources. A source that fails becomes a gap of that customer. */
final class CustomerPositionLoader {
    /** Per customer and source. Several customers load concurrently, so a higher number would exceed vendors' rate limits. */
    private static final int MAX_CONCURRENT_REQUESTS = 4;

    private final SeatVendorPorts seats;
    private final @Nullable LicenseVendorPorts licenses;
    private final InstantSource clock;
    private final TenantIndex index;
    private final List<Product> products;
    private final List<TenantKind> kinds;
    private final int rowsPerCustomer;

    /**
     * Data of a customer.
     *
     * @param position the data
     * @param readAt the time at which the last response arrived
     */
    record LoadedPosition(CustomerPosition position, Instant readAt) {}

    CustomerPositionLoader(
            SeatVendorPorts seats,
            @Nullable LicenseVendorPorts licenses,
            InstantSource clock,
            TenantIndex index,
            List<Product> products,
            int rowsPerCustomer) {
        this.seats = seats;
        this.licenses = licenses;
        this.clock = clock;
        this.index = index;
        this.products = products;
        this.rowsPerCustomer = rowsPerCustomer;
        this.kinds = products.stream()
                .map(Product::covers)
                .filter(Objects::nonNull)
                // A query must not be for an unknown kind.
                .filter(kind -> kind != TenantKind.UNKNOWN)
                .distinct()
                .toList();
    }

    /** Loads the customer's data. The result fails only with an unexpected exception. Cancelling it cancels all requests. */
    Uni<LoadedPosition> load(Observed<Customer> customer) {
        CustomerId id = customer.value().id();
        CustomerRowLimit limit = new CustomerRowLimit(PartialRows.label(customer.value()), rowsPerCustomer);
        return Uni.combine()
                .all()
                .unis(tenantSeats(customer.value(), limit), productSeats(id))
                .asTuple()
                .onItem()
                .transformToUni(seatRows -> {
                    PartialRows<Observed<TenantSeats>> tenantSeats = seatRows.getItem1();
                    PartialRows<Observed<PurchasedSeats>> productSeats = seatRows.getItem2();
                    LicensableTenants tenants = LicensableTenants.of(customer.value(), tenantSeats.rows());
                    tenants.ids().forEach(index::markMatched);
                    return licenses(id, tenants, limit)
                            .map(licenseRows -> new LoadedPosition(
                                    position(customer, tenantSeats, productSeats, licenseRows, tenants),
                                    clock.instant()));
                });
    }

    private Uni<PartialRows<Observed<TenantSeats>>> tenantSeats(Customer customer, CustomerRowLimit limit) {
        return PartialRows.merge(
                        kinds.stream()
                                .map(kind -> tenantSeats(customer, kind, limit))
                                .toList(),
                        MAX_CONCURRENT_REQUESTS)
                .map(partialRows -> DistinctTenantSeats.of(customer, partialRows));
    }

    private Uni<PartialRows<Observed<TenantSeats>>> tenantSeats(
            Customer customer, TenantKind kind, CustomerRowLimit limit) {
        CustomerId id = customer.id();
        Uni<PartialRows<Observed<TenantSeats>>> partialRows = PartialRows.collect(
                id,
                id.vendor(),
                Dataset.TENANT_SEATS,
                limit,
                () -> seats.tenantSeats().seats(TenantSeatQuery.all(id, kind)));
        // The licenses of a tenant that is missing here are never requested, so they are a gap too.
        return kind == TenantKind.MICROSOFT_365 && !customer.isTenantListComplete()
                ? partialRows.map(CustomerPositionLoader::withoutLicenses)
                : partialRows;
    }

    private static <T> PartialRows<T> withoutLicenses(PartialRows<T> partialRows) {
        List<Gap> gaps = new ArrayList<>(partialRows.gaps());
        partialRows.gaps().stream()
                .map(gap -> new Gap(gap.customer(), gap.vendor(), Dataset.LICENSES, gap.kind(), gap.explanation()))
                .forEach(gaps::add);
        return new PartialRows<>(partialRows.rows(), gaps);
    }

    private Uni<PartialRows<Observed<PurchasedSeats>>> productSeats(CustomerId customer) {
        return PartialRows.merge(
                products.stream()
                        .map(product -> productSeats(customer, product))
                        .toList(),
                MAX_CONCURRENT_REQUESTS);
    }

    private Uni<PartialRows<Observed<PurchasedSeats>>> productSeats(CustomerId customer, Product product) {
        return Uni.createFrom()
                .completionStage(() -> seats.productSeats().seats(customer, product))
                .map(row -> new PartialRows<>(List.of(row), List.of()))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> withoutSeats(customer, product, failure));
    }

    /** NOT_FOUND is not a gap: the customer does not have the product, so its seats are unreported. */
    private PartialRows<Observed<PurchasedSeats>> withoutSeats(
            CustomerId customer, Product product, VendorException failure) {
        if (failure.kind() != FailureKind.NOT_FOUND) {
            return PartialRows.failed(PartialRows.gap(customer, Dataset.PRODUCT_SEATS, failure));
        }
        PurchasedSeats none = new PurchasedSeats(customer, product, Quantity.unreported());
        Provenance provenance = new Provenance(
                failure.vendor(),
                failure.operation(),
                clock.instant(),
                failure.correlationId().orElse(null));
        return new PartialRows<>(List.of(new Observed<>(none, provenance)), List.of());
    }

    private Uni<PartialRows<Observed<LicenseConsumption>>> licenses(
            CustomerId customer, LicensableTenants tenants, CustomerRowLimit limit) {
        LicenseVendorPorts vendor = licenses;
        if (vendor == null) {
            return Uni.createFrom().item(new PartialRows<>(List.of(), List.of()));
        }
        return PartialRows.merge(
                tenants.ids().stream()
                        .flatMap(tenant -> index.locations(tenant).stream())
                        .map(location -> PartialRows.<LicenseConsumption>collect(
                                        customer,
                                        vendor.vendor(),
                                        Dataset.LICENSES,
                                        limit,
                                        () -> vendor.consumption().consumption(location.customer(), location.tenant()))
                                // The limit is one of the customer: its gap is not of one tenant.
                                .map(partialRows ->
                                        limit.isExceeded() ? partialRows : partialRows.of(location.tenant())))
                        .toList(),
                MAX_CONCURRENT_REQUESTS);
    }

    /** The licenses of a deleted tenant are read too, so the position marks the tenant. */
    private Set<TenantId> deletedTenants(LicensableTenants tenants) {
        return tenants.ids().stream()
                .filter(tenant -> index.locations(tenant).stream().anyMatch(TenantIndex.LicenseRequestTarget::deleted))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private CustomerPosition position(
            Observed<Customer> customer,
            PartialRows<Observed<TenantSeats>> tenantSeats,
            PartialRows<Observed<PurchasedSeats>> productSeats,
            PartialRows<Observed<LicenseConsumption>> licenseRows,
            LicensableTenants tenants) {
        List<Gap> gaps = new ArrayList<>();
        // Only licenses need the tenants of the listing.
        if (licenses != null && customer.value().tenantsWithoutId() > 0) {
            gaps.add(PartialRows.missingTenantIds(customer.value()));
        }
        Stream.of(tenantSeats.gaps(), productSeats.gaps(), licenseRows.gaps()).forEach(gaps::addAll);
        if (licenses == null) {
            gaps.removeIf(gap -> gap.source() == Dataset.LICENSES);
        }
        if (tenants.mayBeMissingFrom(index)) {
            index.gap()
                    .map(gap -> new Gap(
                            customer.value().id(), gap.vendor(), Dataset.LICENSES, gap.kind(), gap.explanation()))
                    .ifPresent(gaps::add);
        }
        List<Tenant> unmatched = tenants.unmatched(index);
        return new CustomerPosition(
                customer,
                tenantSeats.rows(),
                products,
                productSeats.rows(),
                licenseRows.rows(),
                licenses == null ? null : licenses.vendor(),
                unmatched,
                unmatched.isEmpty() ? List.of() : namesakes(customer.value()),
                deletedTenants(tenants),
                gaps);
    }

    private List<CustomerId> namesakes(Customer customer) {
        return customer.organization()
                .map(name -> index.findNamesakes(customer.id(), name))
                .orElse(List.of());
    }
}
