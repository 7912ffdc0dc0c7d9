package dev.seatport.ledger.internal.rows;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.ports.failure.VendorException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reading in the terms of the database.
 *
 * @param customer {@code null} for the listing of all customers
 * @param request what was read of the customer
 * @param failure the failure of an incomplete reading; {@code null} if the reading is complete
 * @param rows the rows of a complete reading
 * @param tenantNames the reported names of tenants by canonical id
 * @param listedTenants the canonical ids of the customer's tenants; {@code null} if the reading does not list all of them
 */
public record StoredReading(
        Vendor vendor,
        @Nullable CustomerId customer,
        Request request,
        Instant at,
        @Nullable VendorException failure,
        List<ReadingRow> rows,
        Map<String, String> tenantNames,
        @Nullable Set<String> listedTenants) {
    /** What was read of a customer: the key of the table {@code request}. */
    public record RequestKey(Dataset dataset, String subject) {}

    /**
     * What was read of a customer, as it was requested.
     *
     * @param key the identity of the request within its customer
     * @param spelling the subject as it was requested
     * @param title the name of the product; {@code null} for other requests and unnamed products
     * @param covers the kind of tenant that the product covers; {@code null} for other requests and products
     */
    public record Request(
            RequestKey key,
            String spelling,
            @Nullable String title,
            @Nullable String covers) {}

    /** Returns whether the reading is complete. */
    public boolean isComplete() {
        return failure == null;
    }
}
