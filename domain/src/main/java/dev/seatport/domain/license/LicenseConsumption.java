package dev.seatport.domain.license;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Licenses of one SKU in one tenant, as one row of a vendor's response reports them. No count is computed from the others.
 * <em>Purchased</em> counts the licenses that this partner sold. <em>Assigned</em>, <em>available</em> and
 * <em>tenant total</em> count licenses of the tenant across all of its partners.
 *
 * @param customer the license vendor's customer for whom the licenses were purchased
 * @param tenant the tenant in which the licenses are assigned
 * @param sku the SKU
 * @param productName the SKU's name; {@code null} if the vendor reported none
 * @param purchased licenses purchased through this partner
 * @param assigned licenses in use in the tenant
 * @param available licenses not assigned, as the vendor reports them; may be negative
 * @param tenantTotal licenses purchased for the tenant through all of its partners
 * @param states licenses that are not in good standing; {@code null} if the vendor reports no states
 * @param assignable whether the licenses of the SKU are assigned to people. A SKU that is not assignable applies to the whole
 *     tenant, so none of its licenses is unused. {@code true} if the vendor does not report it.
 * @param offers the offers under which the licenses were purchased; empty if the vendor reports none
 * @param renewal the time at which the licenses renew, or end if they are not renewed; {@code null} if the vendor reports none
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
        @Nullable LapsedLicenses states,
        boolean assignable,
        List<Offer> offers,
        @Nullable Instant renewal) {

    public LicenseConsumption {
        offers = List.copyOf(offers);
    }

    /** Creates a row of a vendor that reports counts and offers only: no states, an assignable SKU, no renewal. */
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
        this(customer, tenant, sku, productName, purchased, assigned, available, tenantTotal, null, true, offers, null);
    }

    /** Returns the SKU's name, or its id if the vendor reported no name. For messages. */
    public String label() {
        if (productName != null) {
            return productName;
        }
        return sku.value().isBlank() ? "a SKU without an id" : "SKU " + sku;
    }

    /**
     * Returns the number of the tenant's licenses that can be assigned: tenant total + warning.
     *
     * @return unreported if one of the counts is
     */
    public Quantity capacity() {
        return states == null ? tenantTotal : tenantTotal.plus(states.warning());
    }

    /**
     * Returns the number of the tenant's licenses in every state: capacity + suspended + locked out. A higher assigned count
     * is over the limit.
     *
     * @return unreported if one of the counts is
     */
    public Quantity limit() {
        return states == null
                ? tenantTotal
                : capacity().plus(states.suspended()).plus(states.lockedOut());
    }

    /**
     * Returns the number of the tenant's licenses that are not assigned: capacity - assigned, or the available count if
     * either is unreported.
     *
     * @return may be negative; unreported if the available count is needed and unreported
     */
    public Quantity free() {
        Quantity left = capacity().minus(assigned);
        return left.isReported() ? left : available;
    }
}
