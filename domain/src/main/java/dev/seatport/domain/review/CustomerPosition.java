package dev.seatport.domain.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that could be read about one customer, from every vendor: the seats bought beside the seats used.
 *
 * @param customer the customer, at the vendor of the seats
 * @param tenantSeats seats per tenant
 * @param products the products that were asked about
 * @param productSeats purchased seats of those products; one that the vendor does not know of this customer is present,
 *     unreported; one that could not be read is missing, and a gap says why
 * @param licenses licenses per SKU and tenant, from the vendor of the licenses
 * @param licenseVendor who reports the licenses
 * @param unmatchedTenants tenants that the vendor of the licenses is known not to have
 * @param namesakes customers of the vendor of the licenses that bear this customer's name, asked for only if a tenant is
 *     unmatched: a suggestion where to look, never an identity
 * @param deletedTenants tenants of which the vendor of the licenses has no record but a deleted one; their licenses are those of
 *     that record
 * @param gaps what should be here and could not be read
 */
public record CustomerPosition(
        Observed<Customer> customer,
        List<Observed<TenantSeats>> tenantSeats,
        List<Product> products,
        List<Observed<ProductSeats>> productSeats,
        List<Observed<LicenseConsumption>> licenses,
        Vendor licenseVendor,
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
    }

    /** Why a source did not answer in full, if it did not. */
    public Optional<Gap> gap(Dataset dataset) {
        return gaps.stream().filter(gap -> gap.source() == dataset).findFirst();
    }

    /** Whether everything that was asked was answered. */
    public boolean complete() {
        return gaps.isEmpty();
    }
}
