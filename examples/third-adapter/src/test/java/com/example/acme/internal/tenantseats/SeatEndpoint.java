package com.example.acme.internal.tenantseats;

import com.example.acme.internal.transport.AcmeProtocol;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** The call that tells seats, in Acme's words: it is the one about an account. */
final class SeatEndpoint {
    private static final VendorOperation OPERATION = new VendorOperation(AcmeProtocol.VENDOR, "tenant-seats", null);

    private SeatEndpoint() {}

    static VendorRequest account(CustomerId id) {
        return VendorRequest.get(OPERATION).path("/v1/accounts").customer(id).build();
    }
}
