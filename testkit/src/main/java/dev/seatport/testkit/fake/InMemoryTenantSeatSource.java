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
 * Fake of {@link TenantSeatSource}: answers with the rows that it was given, in that order, as far as their tenants are
 * asked for. A row of an unknown kind answers questions about every kind, as a vendor's row does that names a new one.
 * The seat status of a question is not looked at. Answers on the caller's thread; every row is observed at the epoch,
 * without a correlation id. Safe for use by several threads.
 */
public final class InMemoryTenantSeatSource implements TenantSeatSource {
    private final StubbedRows<CustomerId, TenantSeats> stubbedRows;
    private final Queue<TenantSeatQuery> queries = new ConcurrentLinkedQueue<>();

    /** A source of a vendor that knows no customer yet. */
    public InMemoryTenantSeatSource(Vendor vendor) {
        this.stubbedRows = new StubbedRows<>(vendor, Dataset.TENANT_SEATS);
    }

    /** Makes a customer known, with no tenants until some are given. */
    public InMemoryTenantSeatSource knows(CustomerId customer) {
        stubbedRows.knows(customer, customer);
        return this;
    }

    /**
     * Adds rows, and makes their customers known.
     *
     * @throws IllegalArgumentException if one is of another vendor's customer
     */
    public InMemoryTenantSeatSource with(TenantSeats... more) {
        for (TenantSeats row : more) {
            stubbedRows.add(row.customer(), row.customer(), row);
        }
        return this;
    }

    /** From now on every question about that customer breaks off with that failure, after at most so many rows. */
    public InMemoryTenantSeatSource fail(CustomerId customer, int afterRows, VendorException failure) {
        stubbedRows.fail(customer, afterRows, failure);
        return this;
    }

    /** What was asked, once per subscription that wanted rows. */
    public List<TenantSeatQuery> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
        return new RowPublisher<>(() -> {
            queries.add(query);
            return stubbedRows.answer(query.customer(), query.customer(), row -> matches(query, row.tenant()));
        });
    }

    private static boolean matches(TenantSeatQuery query, Tenant tenant) {
        return (tenant.kind() == query.kind() || tenant.kind() == TenantKind.UNKNOWN)
                && (query.tenants().isEmpty() || query.tenants().contains(tenant.id()));
    }
}
