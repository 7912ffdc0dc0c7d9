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
 * Fake of {@link LicenseConsumptionSource}: answers with the rows that it was given, in that order, and
 * {@code NOT_FOUND} for a tenant that the customer does not have. Answers on the caller's thread; every row is observed at
 * the epoch, without a correlation id. Safe for use by several threads.
 */
public final class InMemoryLicenseConsumptionSource implements LicenseConsumptionSource {
    private final StubbedRows<Query, LicenseConsumption> stubbedRows;
    private final Queue<Query> queries = new ConcurrentLinkedQueue<>();

    /** A source of a vendor that knows no tenant yet. */
    public InMemoryLicenseConsumptionSource(Vendor vendor) {
        this.stubbedRows = new StubbedRows<>(vendor, Dataset.LICENSES);
    }

    /** Makes a customer's tenant known, with no licenses until some are given. */
    public InMemoryLicenseConsumptionSource knows(CustomerId customer, TenantId tenant) {
        stubbedRows.knows(customer, new Query(customer, tenant));
        return this;
    }

    /**
     * Adds rows, and makes their tenants known.
     *
     * @throws IllegalArgumentException if one is of another vendor's customer
     */
    public InMemoryLicenseConsumptionSource with(LicenseConsumption... more) {
        for (LicenseConsumption row : more) {
            stubbedRows.add(row.customer(), new Query(row.customer(), row.tenant()), row);
        }
        return this;
    }

    /** From now on the listing of that tenant breaks off with that failure, after at most so many rows. */
    public InMemoryLicenseConsumptionSource fail(
            CustomerId customer, TenantId tenant, int afterRows, VendorException failure) {
        stubbedRows.fail(new Query(customer, tenant), afterRows, failure);
        return this;
    }

    /** What was asked, once per subscription that wanted rows. */
    public List<Query> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant) {
        Query query = new Query(customer, tenant);
        return new RowPublisher<>(() -> {
            queries.add(query);
            return stubbedRows.answer(customer, query);
        });
    }

    /**
     * What the fake was asked, in the spelling of whoever queries.
     *
     * @param customer the license vendor's customer
     * @param tenant one of its tenants
     */
    public record Query(CustomerId customer, TenantId tenant) {}
}
