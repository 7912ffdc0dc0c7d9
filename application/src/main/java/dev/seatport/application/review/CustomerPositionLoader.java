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
import dev.seatport.domain.seat.ProductSeats;
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

/** Asks all sources about one customer. What they fail to answer becomes a gap of that customer. */
final class CustomerPositionLoader {
    /** Several at once for the pace, few enough not to flood a vendor when several customers are read side by side. */
    private static final int QUESTIONS_AT_ONCE = 4;

    private final SeatSources seats;
    private final LicenseSources licenses;
    private final InstantSource clock;
    private final TenantIndex index;
    private final List<Product> products;
    private final List<TenantKind> kinds;
    private final int rowsPerCustomer;

    /**
     * A customer that was read.
     *
     * @param position what was read
     * @param readAt when the last answer arrived
     */
    record LoadedPosition(CustomerPosition position, Instant readAt) {}

    CustomerPositionLoader(
            SeatSources seats,
            LicenseSources licenses,
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
                // No vendor can be asked for tenants of a kind that nobody knows.
                .filter(kind -> kind != TenantKind.UNKNOWN)
                .distinct()
                .toList();
    }

    /** Reads all there is to read. Only a bug makes the result fail; cancelling it ends every open question. */
    Uni<LoadedPosition> read(Observed<Customer> customer) {
        CustomerId id = customer.value().id();
        RowLimit limit = new RowLimit(customer.value(), rowsPerCustomer);
        return Uni.combine()
                .all()
                .unis(tenantSeats(customer.value(), limit), productSeats(id))
                .asTuple()
                .onItem()
                .transformToUni(known -> {
                    PartialRows<Observed<TenantSeats>> used = known.getItem1();
                    PartialRows<Observed<ProductSeats>> bought = known.getItem2();
                    LicensableTenants licensableTenants = LicensableTenants.of(customer.value(), used.rows());
                    licensableTenants.toAskAbout().forEach(index::match);
                    return licenses(id, licensableTenants, limit)
                            .map(found -> new LoadedPosition(
                                    position(customer, used, bought, found, licensableTenants), clock.instant()));
                });
    }

    private Uni<PartialRows<Observed<TenantSeats>>> tenantSeats(Customer customer, RowLimit limit) {
        return PartialRows.joined(
                        kinds.stream()
                                .map(kind -> tenantSeats(customer, kind, limit))
                                .toList(),
                        QUESTIONS_AT_ONCE)
                .map(partialRows -> DistinctTenantSeats.of(customer, partialRows));
    }

    private Uni<PartialRows<Observed<TenantSeats>>> tenantSeats(Customer customer, TenantKind kind, RowLimit limit) {
        CustomerId id = customer.id();
        Uni<PartialRows<Observed<TenantSeats>>> partialRows = PartialRows.ofListing(
                id,
                id.vendor(),
                Dataset.TENANT_SEATS,
                limit,
                () -> seats.tenantSeats().seats(TenantSeatQuery.all(id, kind)));
        // A tenant that was not told is a tenant whose licenses nobody asks for: they are missing too.
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

    private Uni<PartialRows<Observed<ProductSeats>>> productSeats(CustomerId customer) {
        return PartialRows.joined(
                products.stream()
                        .map(product -> productSeats(customer, product))
                        .toList(),
                QUESTIONS_AT_ONCE);
    }

    private Uni<PartialRows<Observed<ProductSeats>>> productSeats(CustomerId customer, Product product) {
        return Uni.createFrom()
                .completionStage(() -> seats.productSeats().seats(customer, product))
                .map(row -> new PartialRows<>(List.of(row), List.of()))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> withoutSeats(customer, product, failure));
    }

    /** That the vendor knows of no such product for the customer is an answer: it reports no seats. */
    private PartialRows<Observed<ProductSeats>> withoutSeats(
            CustomerId customer, Product product, VendorException failure) {
        if (failure.kind() != FailureKind.NOT_FOUND) {
            return PartialRows.failed(PartialRows.gap(customer, Dataset.PRODUCT_SEATS, failure));
        }
        ProductSeats none = new ProductSeats(customer, product, Quantity.unreported());
        Provenance provenance = new Provenance(
                failure.vendor(),
                failure.operation(),
                clock.instant(),
                failure.correlationId().orElse(null));
        return new PartialRows<>(List.of(new Observed<>(none, provenance)), List.of());
    }

    private Uni<PartialRows<Observed<LicenseConsumption>>> licenses(
            CustomerId customer, LicensableTenants licensableTenants, RowLimit limit) {
        return PartialRows.joined(
                licensableTenants.toAskAbout().stream()
                        .flatMap(tenant -> index.places(tenant).stream())
                        .map(place -> PartialRows.ofListing(
                                customer,
                                licenses.vendor(),
                                Dataset.LICENSES,
                                limit,
                                () -> licenses.consumption().consumption(place.customer(), place.tenant())))
                        .toList(),
                QUESTIONS_AT_ONCE);
    }

    /** Of a tenant of which every record is deleted, licenses are read all the same, and marked. */
    private Set<TenantId> deletedTenants(LicensableTenants licensableTenants) {
        return licensableTenants.toAskAbout().stream()
                .filter(tenant -> index.places(tenant).stream().anyMatch(TenantIndex.TenantLocation::deleted))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private CustomerPosition position(
            Observed<Customer> customer,
            PartialRows<Observed<TenantSeats>> used,
            PartialRows<Observed<ProductSeats>> bought,
            PartialRows<Observed<LicenseConsumption>> found,
            LicensableTenants licensableTenants) {
        List<Gap> gaps = new ArrayList<>();
        if (customer.value().tenantsWithoutId() > 0) {
            gaps.add(PartialRows.withoutTenantId(customer.value()));
        }
        Stream.of(used.gaps(), bought.gaps(), found.gaps()).forEach(gaps::addAll);
        if (licensableTenants.leftOpenBy(index)) {
            index.gap()
                    .map(gap -> new Gap(
                            customer.value().id(), gap.vendor(), Dataset.LICENSES, gap.kind(), gap.explanation()))
                    .ifPresent(gaps::add);
        }
        List<Tenant> unmatched = licensableTenants.unmatched(index);
        return new CustomerPosition(
                customer,
                used.rows(),
                products,
                bought.rows(),
                found.rows(),
                licenses.vendor(),
                unmatched,
                unmatched.isEmpty() ? List.of() : namesakes(customer.value()),
                deletedTenants(licensableTenants),
                gaps);
    }

    private List<CustomerId> namesakes(Customer customer) {
        return customer.organization()
                .map(name -> index.namesakes(customer.id(), name))
                .orElse(List.of());
    }
}
