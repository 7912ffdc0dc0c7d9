package dev.seatport.domain.observed;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Data that is missing from a review, and the reason.
 *
 * @param customer the customer whose data is missing; {@code null} if it is not known, as when a listing of customers
 *     breaks off
 * @param vendor the vendor that did not deliver the data
 * @param source the kind of data
 * @param kind the kind of failure
 * @param explanation one line for people, without secrets and without response bodies
 * @param tenant the tenant whose data is missing; {@code null} if the data is not of one tenant
 */
public record Gap(
        @Nullable CustomerId customer,
        Vendor vendor,
        Dataset source,
        FailureKind kind,
        String explanation,
        @Nullable TenantId tenant) {
    /** Creates a gap of data that is not of one tenant. */
    public Gap(@Nullable CustomerId customer, Vendor vendor, Dataset source, FailureKind kind, String explanation) {
        this(customer, vendor, source, kind, explanation, null);
    }
}
