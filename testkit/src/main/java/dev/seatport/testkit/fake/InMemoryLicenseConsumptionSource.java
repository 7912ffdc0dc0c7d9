package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/**
 * Fake of {@link LicenseConsumptionSource} that returns the added rows in order, and {@code NOT_FOUND} for an unknown tenant of a
 * customer. Emits on the thread of the subscriber. Each row has the epoch as its time and no correlation id. Thread-safe.
 */
public final class InMemoryLicenseConsumptionSource implements LicenseConsumptionSource {
    private final StubbedRowStore<Query, LicenseConsumption> rows;
    private final Queue<Query> queries = new ConcurrentLinkedQueue<>();

    /** Creates a source without tenants. */
    public InMemoryLicenseConsumptionSource(Vendor vendor) {
        this.rows = new StubbedRowStore<>(vendor, Dataset.LICENSES);
    }

    /** Adds a tenant of a customer without licenses. */
    public InMemoryLicenseConsumptionSource withTenant(CustomerId customer, TenantId tenant) {
        rows.addKey(customer, new Query(customer, tenant));
        return this;
    }

    /**
     * Adds rows and their tenants.
     *
     * @throws IllegalArgumentException if the customer of a row belongs to another vendor
     */
    public InMemoryLicenseConsumptionSource with(LicenseConsumption... more) {
        for (LicenseConsumption row : more) {
            rows.add(row.customer(), new Query(row.customer(), row.tenant()), row);
        }
        return this;
    }

    /** Makes the listing of a tenant fail after at most {@code afterRows} rows, from now on. */
    public InMemoryLicenseConsumptionSource fail(
            CustomerId customer, TenantId tenant, int afterRows, VendorException failure) {
        rows.fail(new Query(customer, tenant), afterRows, failure);
        return this;
    }

    /** Returns all queries, one for each subscription that requested rows. */
    public List<Query> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant) {
        Query query = new Query(customer, tenant);
        return new RowPublisher<>(() -> {
            queries.add(query);
            return rows.stub(customer, query);
        });
    }

    /**
     * A query of the fake, in the spelling of the caller.
     *
     * @param customer the customer of the license vendor
     * @param tenant one of its tenants
     */
    public record Query(CustomerId customer, TenantId tenant) {}
}
