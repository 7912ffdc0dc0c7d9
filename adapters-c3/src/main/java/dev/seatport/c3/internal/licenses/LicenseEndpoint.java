package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.VendorRequest;

/** The call "Get License Consumption Report", in the vendor's words. */
final class LicenseEndpoint {
    static final Operation OPERATION = new Operation(C3Wire.VENDOR, "licenses", null);

    private LicenseEndpoint() {}

    static VendorRequest report(CustomerId customer, TenantId tenant) {
        return VendorRequest.get(OPERATION)
                .path("/api/licenseConsumptionReport/customer")
                .customer(customer)
                .path("/tenant")
                .segment("tenant id", tenant.value())
                .build();
    }
}
