package dev.seatport.domain.license;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The licenses of one SKU in one tenant, as one row of a vendor reports them. None of the counts is computed from the
 * others. <em>Purchased</em> is what this partner sold. <em>Assigned</em>, <em>available</em> and <em>tenant total</em> are
 * counts of the tenant, across all of its partners.
 *
 * @param customer for whom they were bought
 * @param tenant the tenant that they are assigned in
 * @param sku what they are licenses of
 * @param productName the SKU's name; {@code null} if the vendor reported none
 * @param purchased bought through this partner
 * @param assigned in use in the tenant
 * @param available not assigned, as the vendor reports it; may be negative
 * @param tenantTotal bought in this tenant through all of its partners
 * @param states licenses that are not in good standing; {@code null} if the vendor reports no states
 * @param offers what they were bought as; empty if the vendor names none
 */
public record LicenseConsumption(
        CustomerId customer,
        TenantId tenant,
        SkuId sku,
        @Nullable String productName,
        Quantity purchased,
        Quantity assigned,
        Quantity available,
        Quantity tenantTotal,
        @Nullable LicenseStates states,
        List<Offer> offers) {

    public LicenseConsumption {
        offers = List.copyOf(offers);
    }

    /** A row of a vendor that reports no states. */
    public LicenseConsumption(
            CustomerId customer,
            TenantId tenant,
            SkuId sku,
            @Nullable String productName,
            Quantity purchased,
            Quantity assigned,
            Quantity available,
            Quantity tenantTotal,
            List<Offer> offers) {
        this(customer, tenant, sku, productName, purchased, assigned, available, tenantTotal, null, offers);
    }

    /** What to call the SKU in a sentence: its name, else its id. */
    public String label() {
        if (productName != null) {
            return productName;
        }
        return sku.value().isBlank() ? "a SKU without an id" : "SKU " + sku;
    }

    /**
     * The licenses of the tenant that may be assigned: tenant total, and what is in warning.
     *
     * @return unreported if one of them is
     */
    public Quantity capacity() {
        return states == null ? tenantTotal : tenantTotal.plus(states.warning());
    }

    /** The capacity, and what is suspended or locked out. More assigned licenses than these do not exist. */
    public Quantity limit() {
        return states == null
                ? tenantTotal
                : capacity().plus(states.suspended()).plus(states.lockedOut());
    }

    /** The licenses of the tenant that are not assigned: capacity - assigned, else the reported available count. */
    public Quantity free() {
        Quantity left = capacity().minus(assigned);
        return left.isReported() ? left : available;
    }
}
