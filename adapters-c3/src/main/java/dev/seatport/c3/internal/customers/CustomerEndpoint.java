package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.LargeListing;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.VendorRequest;

/** The calls about customers, in the vendor's words. There is none for one customer: it is looked for in the listing. */
final class CustomerEndpoint {
    static final Operation ALL = new Operation(C3Wire.VENDOR, "customers", null);
    static final Operation ONE = new Operation(C3Wire.VENDOR, "customer", null);

    private CustomerEndpoint() {}

    static VendorRequest all() {
        return details(ALL);
    }

    /** The id is not sent; what could be none of C3's is refused as it is where ids are sent. */
    static VendorRequest one(CustomerId id) {
        VendorRequest.get(ONE).customer(id);
        return details(ONE);
    }

    private static VendorRequest details(Operation operation) {
        return VendorRequest.get(operation)
                .path("/api/activecustomers/details/")
                .largestAnswer(LargeListing.LARGEST_ANSWER)
                .build();
    }
}
