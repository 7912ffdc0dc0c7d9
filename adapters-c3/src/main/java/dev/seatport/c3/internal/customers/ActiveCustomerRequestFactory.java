package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** Requests for customers. C3 has no request for one customer, so its listing is read. */
final class ActiveCustomerRequestFactory {
    static final VendorOperation ALL = new VendorOperation(C3ResponseConventions.VENDOR, "customers", null);
    static final VendorOperation ONE = new VendorOperation(C3ResponseConventions.VENDOR, "customer", null);

    private ActiveCustomerRequestFactory() {}

    static VendorRequest all() {
        return details(ALL);
    }

    /** Creates a request for the listing. Checks the id like an id that is sent, although the request does not hold it. */
    static VendorRequest one(CustomerId id) {
        VendorRequest.get(ONE).customer(id);
        return details(ONE);
    }

    private static VendorRequest details(VendorOperation operation) {
        return VendorRequest.get(operation)
                .path("/api/activecustomers/details/")
                .maxResponseBytes(StreamedQuery.MAX_RESPONSE_BYTES)
                .build();
    }
}
