package dev.seatport.ledger.internal.rows;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ledger.internal.database.TextArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes the rows of the database as the rows of the ports. {@link ReadingEncoder} is the inverse. */
public final class RowDecoder {
    private RowDecoder() {}

    /** Returns the customer. */
    public static Observed<Customer> customer(StoredRow row) {
        Customer.Builder customer = Customer.builder(row.customer())
                .organization(row.fact(Field.NAME))
                .ownerEmail(row.fact(Field.OWNER))
                .status(status(row.fact(Field.STATUS)), row.fact(Field.STATUS_TEXT))
                .country(row.fact(Field.COUNTRY))
                .deletedAt(instant(row.fact(Field.DELETED_AT)));
        String withoutId = row.fact(Field.TENANTS_WITHOUT_ID);
        if (withoutId != null) {
            customer.tenantsWithoutId(Integer.parseInt(withoutId));
        }
        String tenants = row.fact(Field.TENANTS);
        if (tenants != null) {
            customer.tenants(tenants(row, Integer.parseInt(tenants)));
        }
        return new Observed<>(customer.build(), row.source());
    }

    private static CustomerServiceStatus status(@Nullable String name) {
        return name == null ? CustomerServiceStatus.UNKNOWN : CustomerServiceStatus.valueOf(name);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static List<Tenant> tenants(StoredRow row, int count) {
        List<Tenant> tenants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<@Nullable String> fields = TextArray.decode(Objects.requireNonNull(
                    row.fact(Field.numbered(Field.TENANT, i)), "the ledger lacks a listed tenant"));
            tenants.add(new Tenant(
                    new TenantId(Objects.requireNonNull(fields.get(0))),
                    fields.get(1),
                    TenantKind.valueOf(Objects.requireNonNull(fields.get(2))),
                    instant(fields.get(3))));
        }
        return tenants;
    }

    /** Returns the seats of a tenant. */
    public static Observed<TenantSeats> tenantSeats(StoredRow row) {
        String kind = row.fact(Field.TENANT_KIND);
        Tenant tenant = new Tenant(
                new TenantId(row.tenant()),
                row.fact(Field.TENANT_NAME),
                TenantKind.valueOf(kind == null ? row.subject() : kind),
                instant(row.fact(Field.DELETED_AT)));
        return new Observed<>(
                new TenantSeats(
                        row.customer(), tenant, row.count(CountMetric.ASSIGNED), row.count(CountMetric.AVAILABLE)),
                row.source());
    }

    /** Returns the purchased seats of a product. */
    public static Observed<PurchasedSeats> purchasedSeats(StoredRow row) {
        String covers = row.fact(Field.TENANT_KIND);
        Product product = product(row.code(), row.fact(Field.NAME), covers);
        return new Observed<>(
                new PurchasedSeats(
                        row.customer(),
                        product,
                        row.count(CountMetric.PURCHASED),
                        row.fact(Field.COUNT_MISSING) != null),
                row.source());
    }

    /** Returns a product. */
    public static Product product(String code, @Nullable String name, @Nullable String covers) {
        return new Product(new ProductCode(code), name, covers == null ? null : TenantKind.valueOf(covers));
    }

    /** Returns the licenses of a SKU. */
    public static Observed<LicenseConsumption> licenses(StoredRow row) {
        LapsedLicenses states = row.fact(Field.STATES) == null
                ? null
                : new LapsedLicenses(
                        row.count(CountMetric.WARNING),
                        row.count(CountMetric.SUSPENDED),
                        row.count(CountMetric.LOCKED_OUT));
        return new Observed<>(
                new LicenseConsumption(
                        row.customer(),
                        new TenantId(row.tenant()),
                        new SkuId(row.code()),
                        row.fact(Field.NAME),
                        row.count(CountMetric.PURCHASED),
                        row.count(CountMetric.ASSIGNED),
                        row.count(CountMetric.AVAILABLE),
                        row.count(CountMetric.TENANT_TOTAL),
                        states,
                        row.fact(Field.ASSIGNABLE) == null,
                        offers(row),
                        instant(row.fact(Field.RENEWAL))),
                row.source());
    }

    private static List<Offer> offers(StoredRow row) {
        List<Offer> offers = new ArrayList<>();
        String encoded = row.fact(Field.numbered(Field.OFFER, 0));
        while (encoded != null) {
            List<@Nullable String> fields = TextArray.decode(encoded);
            offers.add(new Offer(
                    Objects.requireNonNull(fields.get(0)),
                    BillingCycle.valueOf(Objects.requireNonNull(fields.get(1)))));
            encoded = row.fact(Field.numbered(Field.OFFER, offers.size()));
        }
        return offers;
    }
}
