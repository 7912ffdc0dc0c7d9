package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** Request of "Get License Consumption Report". */
final class LicenseRequestFactory {
    static final VendorOperation OPERATION = new VendorOperation(C3ResponseConventions.VENDOR, "licenses", null);

    private LicenseRequestFactory() {}

    static VendorRequest report(CustomerId customer, TenantId tenant) {
        return VendorRequest.get(OPERATION)
                .path("/api/licenseConsumptionReport/customer")
                .customer(customer)
                .path("/tenant")
                .segment("tenant id", tenant.value())
                .build();
    }
}
