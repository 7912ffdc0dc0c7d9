package dev.seatport.domain.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data of one customer from all vendors: purchased seats, assigned seats and licenses.
 *
 * @param customer the customer at the seat vendor
 * @param tenantSeats the seats per tenant
 * @param products the reviewed products
 * @param productSeats the purchased seats of those products. Unreported if the vendor has no such product of the customer;
 *     missing, with a gap, if they could not be read
 * @param licenses the licenses per SKU and tenant, from the license vendor
 * @param licenseVendor the vendor that reports the licenses; {@code null} if the review reads no licenses
 * @param unmatchedTenants the tenants that the license vendor certainly does not have
 * @param namesakes the license vendor's customers with this customer's name: a hint where to look, not a match. Empty unless
 *     a tenant is unmatched
 * @param deletedTenants the tenants of which the license vendor has only deleted records; their licenses are those of the
 *     deleted record
 * @param gaps the data that could not be read
 */
public record CustomerPosition(
        Observed<Customer> customer,
        List<Observed<TenantSeats>> tenantSeats,
        List<Product> products,
        List<Observed<PurchasedSeats>> productSeats,
        List<Observed<LicenseConsumption>> licenses,
        @Nullable Vendor licenseVendor,
        List<Tenant> unmatchedTenants,
        List<CustomerId> namesakes,
        Set<TenantId> deletedTenants,
        List<Gap> gaps) {

    public CustomerPosition {
        tenantSeats = List.copyOf(tenantSeats);
        products = List.copyOf(products);
        productSeats = List.copyOf(productSeats);
        licenses = List.copyOf(licenses);
        unmatchedTenants = List.copyOf(unmatchedTenants);
        namesakes = List.copyOf(namesakes);
        deletedTenants = Set.copyOf(deletedTenants);
        gaps = List.copyOf(gaps);
        if (licenseVendor == null && !(licenses.isEmpty() && unmatchedTenants.isEmpty())) {
            throw new IllegalArgumentException("licenses and unmatched tenants need a license vendor");
        }
    }

    /**
     * Returns the first gap of a dataset.
     *
     * @return empty if the dataset is complete
     */
    public Optional<Gap> gap(Dataset dataset) {
        return gaps.stream().filter(gap -> gap.source() == dataset).findFirst();
    }

    /** Returns whether there is no gap. */
    public boolean complete() {
        return gaps.isEmpty();
    }
}
