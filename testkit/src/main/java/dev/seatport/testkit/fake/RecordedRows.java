package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a complete reading as counts of items.
 *
 * @param rows the rows, in the vendor's order
 */
record RecordedRows(List<Row> rows) {
    /**
     * Row of a reading.
     *
     * @param item the counted item
     * @param source the response
     * @param value the row of the port: a {@link Customer}, {@link TenantSeats}, {@link PurchasedSeats} or {@link LicenseConsumption}
     * @param name the name of the customer, product or SKU; {@code null} if the vendor reported none
     * @param counts the counts
     */
    record Row(
            LedgerItem item,
            Provenance source,
            Object value,
            @Nullable String name,
            Map<CountMetric, Quantity> counts) {}

    static boolean isProductNotFound(LedgerReading reading) {
        VendorException failure = reading.failure();
        return reading instanceof LedgerReading.PurchasedSeatsRead
                && failure != null
                && failure.kind() == FailureKind.NOT_FOUND;
    }

    static RecordedRows of(LedgerReading reading) {
        List<Row> rows = new ArrayList<>();
        if (reading instanceof LedgerReading.CustomerRead read) {
            rows.add(row(read.customer()));
        } else if (reading instanceof LedgerReading.TenantSeatsRead read) {
            RowNumbers numbers = new RowNumbers();
            read.rows().forEach(seats -> rows.add(row(read, seats, numbers)));
        } else if (reading instanceof LedgerReading.PurchasedSeatsRead read && read.seats() != null) {
            rows.add(row(read, read.seats()));
        } else if (reading instanceof LedgerReading.LicensesRead read) {
            RowNumbers numbers = new RowNumbers();
            read.rows().forEach(licenses -> rows.add(row(read, licenses, numbers)));
        }
        return new RecordedRows(rows);
    }

    private static Row row(Observed<Customer> customer) {
        return new Row(
                customerItem(customer.value().id()),
                customer.provenance(),
                customer.value(),
                customer.value().organization().orElse(null),
                Map.of(CountMetric.LISTED, Quantity.of(1)));
    }

    static LedgerItem customerItem(CustomerId customer) {
        return new LedgerItem(customer, LedgerItem.Kind.CUSTOMER, null, "", 0);
    }

    private static Row row(LedgerReading.TenantSeatsRead read, Observed<TenantSeats> seats, RowNumbers numbers) {
        TenantSeats value = seats.value();
        TenantId tenant = value.tenant().id();
        LedgerItem item = new LedgerItem(
                read.customer(), LedgerItem.Kind.TENANT, tenant, read.kind().name(), numbers.next(tenant.canonical()));
        return new Row(
                item,
                seats.provenance(),
                value,
                null,
                Map.of(CountMetric.ASSIGNED, value.assigned(), CountMetric.AVAILABLE, value.available()));
    }

    private static Row row(LedgerReading.PurchasedSeatsRead read, Observed<PurchasedSeats> seats) {
        LedgerItem item = new LedgerItem(
                read.customer(),
                LedgerItem.Kind.PRODUCT,
                null,
                read.product().code().value(),
                0);
        return new Row(
                item,
                seats.provenance(),
                seats.value(),
                read.product().name(),
                Map.of(CountMetric.PURCHASED, seats.value().purchased()));
    }

    private static Row row(LedgerReading.LicensesRead read, Observed<LicenseConsumption> licenses, RowNumbers numbers) {
        LicenseConsumption value = licenses.value();
        String sku = value.sku().canonical();
        Map<CountMetric, Quantity> counts = new EnumMap<>(CountMetric.class);
        counts.put(CountMetric.PURCHASED, value.purchased());
        counts.put(CountMetric.ASSIGNED, value.assigned());
        counts.put(CountMetric.AVAILABLE, value.available());
        counts.put(CountMetric.TENANT_TOTAL, value.tenantTotal());
        LapsedLicenses states = value.states();
        if (states != null) {
            counts.put(CountMetric.WARNING, states.warning());
            counts.put(CountMetric.SUSPENDED, states.suspended());
            counts.put(CountMetric.LOCKED_OUT, states.lockedOut());
        }
        LedgerItem item = new LedgerItem(read.customer(), LedgerItem.Kind.SKU, read.tenant(), sku, numbers.next(sku));
        return new Row(item, licenses.provenance(), value, value.productName(), counts);
    }

    /** Numbers the rows of a response that have the same id. */
    private static final class RowNumbers {
        private final Map<String, Integer> rows = new HashMap<>();

        int next(String id) {
            return rows.merge(id, 1, Integer::sum) - 1;
        }
    }
}
