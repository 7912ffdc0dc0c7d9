package com.example.acme.internal.tenantseats;

import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** Request for the seats of an account, which are part of the account. */
final class SeatRequestFactory {
    private static final VendorOperation OPERATION =
            new VendorOperation(AcmeResponseConventions.VENDOR, "tenant-seats", null);

    private SeatRequestFactory() {}

    static VendorRequest account(CustomerId id) {
        return VendorRequest.get(OPERATION).path("/v1/accounts").customer(id).build();
    }
}
