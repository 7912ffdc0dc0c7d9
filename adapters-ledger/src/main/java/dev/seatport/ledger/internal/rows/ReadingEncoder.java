package dev.seatport.ledger.internal.rows;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ledger.internal.database.TextArray;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Encodes readings for the database. {@link RowDecoder} is the inverse. */
public final class ReadingEncoder {
    private ReadingEncoder() {}

    /** Returns the reading in the terms of the database. */
    public static StoredReading encode(LedgerReading reading) {
        if (reading instanceof LedgerReading.CustomerRead read) {
            return customer(read);
        }
        if (reading instanceof LedgerReading.TenantSeatsRead read) {
            return tenantSeats(read);
        }
        if (reading instanceof LedgerReading.PurchasedSeatsRead read) {
            return purchasedSeats(read);
        }
        if (reading instanceof LedgerReading.LicensesRead read) {
            return licenses(read);
        }
        return new StoredReading(
                reading.vendor(),
                null,
                request(Dataset.CUSTOMERS, "", ""),
                reading.at(),
                reading.failure(),
                List.of(),
                Map.of(),
                null);
    }

    private static StoredReading.Request request(Dataset dataset, String subject, String spelling) {
        return new StoredReading.Request(new StoredReading.RequestKey(dataset, subject), spelling, null, null);
    }

    private static StoredReading customer(LedgerReading.CustomerRead read) {
        Customer customer = read.customer().value();
        Map<String, String> tenantNames = new HashMap<>();
        customer.tenants().ifPresent(tenants -> tenants.forEach(tenant -> learnName(tenantNames, tenant)));
        Set<String> listed = customer.isTenantListComplete()
                ? customer.tenants().orElseThrow().stream()
                        .map(tenant -> tenant.id().canonical())
                        .collect(Collectors.toSet())
                : null;
        ReadingRow row = new ReadingRow(
                new ReadingRow.Key(LedgerItem.Kind.CUSTOMER, "", "", 0),
                "",
                read.customer().provenance(),
                Map.of(CountMetric.LISTED, Quantity.of(1)),
                facts(customer));
        return new StoredReading(
                read.vendor(),
                customer.id(),
                request(Dataset.CUSTOMERS, "", ""),
                read.at(),
                null,
                List.of(row),
                tenantNames,
                listed);
    }

    private static Map<String, String> facts(Customer customer) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Field.CUSTOMER_ID, customer.id().value());
        customer.organization().ifPresent(name -> facts.put(Field.NAME, name));
        customer.ownerEmail().ifPresent(owner -> facts.put(Field.OWNER, owner));
        if (customer.status() != CustomerServiceStatus.UNKNOWN) {
            facts.put(Field.STATUS, customer.status().name());
        }
        customer.statusText().ifPresent(text -> facts.put(Field.STATUS_TEXT, text));
        customer.country().ifPresent(country -> facts.put(Field.COUNTRY, country));
        customer.deletedAt().ifPresent(at -> facts.put(Field.DELETED_AT, at.toString()));
        if (customer.tenantsWithoutId() > 0) {
            facts.put(Field.TENANTS_WITHOUT_ID, String.valueOf(customer.tenantsWithoutId()));
        }
        customer.tenants().ifPresent(tenants -> {
            facts.put(Field.TENANTS, String.valueOf(tenants.size()));
            for (int i = 0; i < tenants.size(); i++) {
                Tenant tenant = tenants.get(i);
                facts.put(
                        Field.numbered(Field.TENANT, i),
                        TextArray.encode(Arrays.asList(
                                tenant.id().value(),
                                tenant.name(),
                                tenant.kind().name(),
                                tenant.deletedAt() == null
                                        ? null
                                        : tenant.deletedAt().toString())));
            }
        });
        return facts;
    }

    private static void learnName(Map<String, String> names, Tenant tenant) {
        if (tenant.name() != null) {
            names.put(tenant.id().canonical(), tenant.name());
        }
    }

    private static StoredReading tenantSeats(LedgerReading.TenantSeatsRead read) {
        String kind = read.kind().name();
        List<ReadingRow> rows = new ArrayList<>();
        Map<String, String> tenantNames = new HashMap<>();
        if (read.failure() == null) {
            RowNumbers numbers = new RowNumbers();
            for (Observed<TenantSeats> seats : read.rows()) {
                Tenant tenant = seats.value().tenant();
                learnName(tenantNames, tenant);
                String key = tenant.id().canonical();
                rows.add(new ReadingRow(
                        new ReadingRow.Key(LedgerItem.Kind.TENANT, key, kind, numbers.next(key)),
                        tenant.id().value(),
                        seats.provenance(),
                        Map.of(
                                CountMetric.ASSIGNED,
                                seats.value().assigned(),
                                CountMetric.AVAILABLE,
                                seats.value().available()),
                        facts(seats.value(), read.kind())));
            }
        }
        return new StoredReading(
                read.vendor(),
                read.customer(),
                request(Dataset.TENANT_SEATS, kind, kind),
                read.at(),
                read.failure(),
                rows,
                tenantNames,
                null);
    }

    private static Map<String, String> facts(TenantSeats seats, TenantKind requested) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Field.CUSTOMER_ID, seats.customer().value());
        facts.put(Field.TENANT_ID, seats.tenant().id().value());
        putIfReported(facts, Field.TENANT_NAME, seats.tenant().name());
        if (seats.tenant().kind() != requested) {
            facts.put(Field.TENANT_KIND, seats.tenant().kind().name());
        }
        if (seats.tenant().deletedAt() != null) {
            facts.put(Field.DELETED_AT, seats.tenant().deletedAt().toString());
        }
        return facts;
    }

    private static StoredReading purchasedSeats(LedgerReading.PurchasedSeatsRead read) {
        Product product = read.product();
        String code = product.code().value();
        VendorException failure =
                read.failure() != null && read.failure().kind() == FailureKind.NOT_FOUND ? null : read.failure();
        Observed<PurchasedSeats> seats = read.failure() == null ? read.seats() : null;
        List<ReadingRow> rows = seats == null
                ? List.of()
                : List.of(new ReadingRow(
                        new ReadingRow.Key(LedgerItem.Kind.PRODUCT, "", code, 0),
                        "",
                        seats.provenance(),
                        Map.of(CountMetric.PURCHASED, seats.value().purchased()),
                        facts(seats.value())));
        return new StoredReading(
                read.vendor(),
                read.customer(),
                new StoredReading.Request(
                        new StoredReading.RequestKey(Dataset.PRODUCT_SEATS, code),
                        code,
                        product.name(),
                        product.covers() == null ? null : product.covers().name()),
                read.at(),
                failure,
                rows,
                Map.of(),
                null);
    }

    private static Map<String, String> facts(PurchasedSeats seats) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Field.CUSTOMER_ID, seats.customer().value());
        facts.put(Field.CODE, seats.product().code().value());
        putIfReported(facts, Field.NAME, seats.product().name());
        if (seats.product().covers() != null) {
            facts.put(Field.TENANT_KIND, seats.product().covers().name());
        }
        if (seats.countMissing()) {
            facts.put(Field.COUNT_MISSING, "true");
        }
        return facts;
    }

    private static StoredReading licenses(LedgerReading.LicensesRead read) {
        List<ReadingRow> rows = new ArrayList<>();
        if (read.failure() == null) {
            RowNumbers numbers = new RowNumbers();
            for (Observed<LicenseConsumption> licenses : read.rows()) {
                String sku = licenses.value().sku().canonical();
                rows.add(new ReadingRow(
                        new ReadingRow.Key(LedgerItem.Kind.SKU, read.tenant().canonical(), sku, numbers.next(sku)),
                        read.tenant().value(),
                        licenses.provenance(),
                        counts(licenses.value()),
                        facts(licenses.value())));
            }
        }
        return new StoredReading(
                read.vendor(),
                read.customer(),
                request(
                        Dataset.LICENSES,
                        read.tenant().canonical(),
                        read.tenant().value()),
                read.at(),
                read.failure(),
                rows,
                Map.of(),
                null);
    }

    private static Map<CountMetric, Quantity> counts(LicenseConsumption licenses) {
        Map<CountMetric, Quantity> counts = new EnumMap<>(CountMetric.class);
        counts.put(CountMetric.PURCHASED, licenses.purchased());
        counts.put(CountMetric.ASSIGNED, licenses.assigned());
        counts.put(CountMetric.AVAILABLE, licenses.available());
        counts.put(CountMetric.TENANT_TOTAL, licenses.tenantTotal());
        LapsedLicenses states = licenses.states();
        if (states != null) {
            counts.put(CountMetric.WARNING, states.warning());
            counts.put(CountMetric.SUSPENDED, states.suspended());
            counts.put(CountMetric.LOCKED_OUT, states.lockedOut());
        }
        return counts;
    }

    private static Map<String, String> facts(LicenseConsumption licenses) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Field.CUSTOMER_ID, licenses.customer().value());
        facts.put(Field.TENANT_ID, licenses.tenant().value());
        facts.put(Field.CODE, licenses.sku().value());
        putIfReported(facts, Field.NAME, licenses.productName());
        if (licenses.states() != null) {
            facts.put(Field.STATES, "reported");
        }
        if (!licenses.assignable()) {
            facts.put(Field.ASSIGNABLE, "false");
        }
        if (licenses.renewal() != null) {
            facts.put(Field.RENEWAL, licenses.renewal().toString());
        }
        for (int i = 0; i < licenses.offers().size(); i++) {
            Offer offer = licenses.offers().get(i);
            facts.put(
                    Field.numbered(Field.OFFER, i),
                    TextArray.encode(List.of(offer.name(), offer.billingCycle().name())));
        }
        return facts;
    }

    private static void putIfReported(Map<String, String> facts, String field, @Nullable String text) {
        if (text != null) {
            facts.put(field, text);
        }
    }

    /** Numbers the rows of one response that have the same id. */
    private static final class RowNumbers {
        private final Map<String, Integer> rows = new HashMap<>();

        int next(String id) {
            return rows.merge(id, 1, Integer::sum) - 1;
        }
    }
}
