package dev.seatport.reports.output;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of the results of the ports. Lists contain records: objects in JSON, text in other formats. */
public final class QueryResultColumns {
    public static final List<Column<Customer>> CUSTOMERS = List.of(
            Column.hidden("vendor", customer -> customer.id().vendor().name()),
            new Column<>("id", "id", customer -> customer.id().value()),
            new Column<>(
                    "organization",
                    "organization",
                    customer -> customer.organization().orElse(null)),
            Column.hidden("ownerEmail", customer -> customer.ownerEmail().orElse(null)),
            Column.hidden("status", customer -> customer.status().name()),
            new Column<>(
                    "statusText", "status", customer -> customer.statusText().orElse(null)),
            new Column<>("country", "country", customer -> customer.country().orElse(null)),
            new Column<>("tenants", "tenants", QueryResultColumns::tenants),
            Column.hidden("tenantsWithoutId", customer -> (long) customer.tenantsWithoutId()),
            Column.ifAny("deleted", "deleted", Customer::deleted),
            Column.hidden("countryCode", customer -> customer.countryCode().orElse(null)));

    public static final List<Column<TenantSeats>> TENANT_SEATS = List.of(
            new Column<>("tenantId", "tenant", seats -> seats.tenant().id().value()),
            new Column<>("tenantName", "name", seats -> seats.tenant().name()),
            new Column<>("kind", "kind", seats -> seats.tenant().kind().name()),
            count("assigned", "assigned", TenantSeats::assigned),
            count("available", "available", TenantSeats::available),
            Column.ifAny("note", "note", UnreportedNote::of));

    public static final List<Column<PurchasedSeats>> PRODUCT_SEATS = List.of(
            new Column<>("productCode", "code", seats -> seats.product().code().value()),
            new Column<>("productName", "product", seats -> seats.product().name()),
            count("purchased", "purchased", PurchasedSeats::purchased),
            Column.ifAny("note", "note", UnreportedNote::of));

    public static final List<Column<Product>> PRODUCTS = List.of(
            new Column<>("productCode", "code", product -> product.code().value()),
            new Column<>("productName", "product", Product::name),
            new Column<>(
                    "covers",
                    "covers",
                    product ->
                            product.covers() == null ? null : product.covers().name()));

    public static final List<Column<LicenseConsumption>> LICENSES = List.of(
            new Column<>(
                    "skuId",
                    "SKU",
                    license -> license.sku().value().isEmpty()
                            ? null
                            : license.sku().value()),
            new Column<>("productName", "product", LicenseConsumption::productName),
            count("purchased", "purchased", LicenseConsumption::purchased),
            count("assigned", "assigned", LicenseConsumption::assigned),
            count("available", "available", LicenseConsumption::available),
            count("tenantTotal", "tenant total", LicenseConsumption::tenantTotal),
            state("warning", "warning", LapsedLicenses::warning),
            state("suspended", "suspended", LapsedLicenses::suspended),
            state("lockedOut", "locked out", LapsedLicenses::lockedOut),
            // A table has a note in its place.
            Column.hidden("assignable", LicenseConsumption::assignable),
            new Column<>(
                    "offers",
                    "offers",
                    license -> license.offers().stream().map(RenderedOffer::of).toList()),
            Column.ifAny(
                    "renewal",
                    "renewal",
                    license -> license.renewal() == null ? null : JsonText.time(license.renewal())),
            Column.ifAny("note", "note", UnreportedNote::of));

    private QueryResultColumns() {}

    /** Returns a column of counts; an unreported count is {@code null}. */
    private static <V> Column<V> count(String name, String title, Function<V, Quantity> count) {
        return new Column<>(name, title, row -> number(count.apply(row)));
    }

    /** Returns a column of licenses in one state; {@code null} if the vendor reports no states. */
    private static Column<LicenseConsumption> state(
            String name, String title, Function<LapsedLicenses, Quantity> count) {
        return Column.ifAny(name, title, license -> {
            LapsedLicenses states = license.states();
            return states == null ? null : number(count.apply(states));
        });
    }

    private static @Nullable Long number(Quantity quantity) {
        return quantity.isReported() ? quantity.count().getAsLong() : null;
    }

    private static @Nullable Object tenants(Customer customer) {
        return customer.tenants()
                .map(tenants -> tenants.stream().map(RenderedTenant::of).toList())
                .orElse(null);
    }

    private record RenderedTenant(String id, @Nullable String name, boolean deleted) {
        static RenderedTenant of(Tenant tenant) {
            return new RenderedTenant(tenant.id().value(), tenant.name(), tenant.deleted());
        }

        @Override
        public String toString() {
            return (name == null ? id : name + " (" + id + ")") + (deleted ? " deleted" : "");
        }
    }

    private record RenderedOffer(String name, BillingCycle billingCycle) {
        static RenderedOffer of(Offer offer) {
            return new RenderedOffer(offer.name(), offer.billingCycle());
        }

        @Override
        public String toString() {
            return billingCycle == BillingCycle.UNKNOWN ? name : name + " (" + billingCycle + ")";
        }
    }
}
