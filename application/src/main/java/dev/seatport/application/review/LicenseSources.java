package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.Objects;

/**
 * The ports of the vendor of the licenses. Both must be of that vendor.
 *
 * @param vendor who reports the licenses
 * @param customers its customers and, with them, their tenants: what joins them to the customers of the seat vendor
 * @param consumption the licenses of a tenant
 */
public record LicenseSources(Vendor vendor, CustomerDirectory customers, LicenseConsumptionSource consumption) {
    public LicenseSources {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(consumption, "consumption");
    }
}
