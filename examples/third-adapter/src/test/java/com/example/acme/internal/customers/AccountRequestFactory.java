package com.example.acme.internal.customers;

import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

// begin: endpoint
/** Requests for accounts. */
final class AccountRequestFactory {
    // The last argument is the scope of the token. Acme's tokens have no scopes.
    private static final VendorOperation LIST = new VendorOperation(AcmeResponseConventions.VENDOR, "customers", null);
    private static final VendorOperation GET_ONE =
            new VendorOperation(AcmeResponseConventions.VENDOR, "customer", null);

    private AccountRequestFactory() {}

    static VendorRequest accounts(int page, int size) {
        return VendorRequest.get(LIST)
                .path("/v1/accounts")
                .query("page", page)
                .query("size", size)
                .build();
    }

    static VendorRequest account(CustomerId id) {
        return VendorRequest.get(GET_ONE).path("/v1/accounts").customer(id).build();
    }
}
// end: endpoint
