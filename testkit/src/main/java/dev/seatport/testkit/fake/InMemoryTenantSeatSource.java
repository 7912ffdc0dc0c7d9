package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/**
 * Fake of {@link TenantSeatSource} that returns the added rows of the requested tenants in order. A row of an unknown kind matches
 * queries for every kind, like a vendor's row with a new kind. The seat status of a query is ignored. Emits on the thread of the
 * subscriber. Each row has the epoch as its time and no correlation id. Thread-safe.
 */
public final class InMemoryTenantSeatSource implements TenantSeatSource {
    private final StubbedRowStore<CustomerId, TenantSeats> rows;
    private final Queue<TenantSeatQuery> queries = new ConcurrentLinkedQueue<>();

    /** Creates a source without customers. */
    public InMemoryTenantSeatSource(Vendor vendor) {
        this.rows = new StubbedRowStore<>(vendor, Dataset.TENANT_SEATS);
    }

    /** Adds a customer without tenants. */
    public InMemoryTenantSeatSource withCustomer(CustomerId customer) {
        rows.addKey(customer, customer);
        return this;
    }

    /**
     * Adds rows and their customers.
     *
     * @throws IllegalArgumentException if the customer of a row belongs to another vendor
     */
    public InMemoryTenantSeatSource with(TenantSeats... more) {
        for (TenantSeats row : more) {
            rows.add(row.customer(), row.customer(), row);
        }
        return this;
    }

    /** Makes all listings of a customer fail after at most {@code afterRows} rows, from now on. */
    public InMemoryTenantSeatSource fail(CustomerId customer, int afterRows, VendorException failure) {
        rows.fail(customer, afterRows, failure);
        return this;
    }

    /** Returns all queries, one for each subscription that requested rows. */
    public List<TenantSeatQuery> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
        return new RowPublisher<>(() -> {
            queries.add(query);
            return rows.stub(query.customer(), query.customer(), row -> matches(query, row.tenant()));
        });
    }

    private static boolean matches(TenantSeatQuery query, Tenant tenant) {
        return (tenant.kind() == query.kind() || tenant.kind() == TenantKind.UNKNOWN)
                && (query.tenants().isEmpty() || query.tenants().contains(tenant.id()));
    }
}
