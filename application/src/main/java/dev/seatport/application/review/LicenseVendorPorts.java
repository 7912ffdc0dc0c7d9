package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.Objects;

/**
 * Ports of the license vendor. Both must be of that vendor.
 *
 * @param vendor the license vendor
 * @param customers the vendor's customers, with the tenants that join them to the seat vendor's customers
 * @param consumption the licenses of a tenant
 */
public record LicenseVendorPorts(Vendor vendor, CustomerDirectory customers, LicenseConsumptionSource consumption) {
    public LicenseVendorPorts {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(consumption, "consumption");
    }
}
