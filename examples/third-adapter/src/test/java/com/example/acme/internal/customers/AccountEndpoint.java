package com.example.acme.internal.customers;

import com.example.acme.internal.transport.AcmeProtocol;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

// begin: endpoint
/** The calls about accounts, in Acme's words. */
final class AccountEndpoint {
    // The last argument is the scope that the token needs; Acme's tokens have none.
    private static final VendorOperation ALL = new VendorOperation(AcmeProtocol.VENDOR, "customers", null);
    private static final VendorOperation ONE = new VendorOperation(AcmeProtocol.VENDOR, "customer", null);

    private AccountEndpoint() {}

    static VendorRequest accounts(int page, int size) {
        return VendorRequest.get(ALL)
                .path("/v1/accounts")
                .query("page", page)
                .query("size", size)
                .build();
    }

    static VendorRequest account(CustomerId id) {
        return VendorRequest.get(ONE).path("/v1/accounts").customer(id).build();
    }
}
// end: endpoint
