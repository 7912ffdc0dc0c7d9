package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.transport.C3Protocol;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** The calls about customers, in the vendor's words. There is none for one customer: it is looked for in the listing. */
final class CustomerEndpoint {
    static final VendorOperation ALL = new VendorOperation(C3Protocol.VENDOR, "customers", null);
    static final VendorOperation ONE = new VendorOperation(C3Protocol.VENDOR, "customer", null);

    private CustomerEndpoint() {}

    static VendorRequest all() {
        return details(ALL);
    }

    /** The id is not sent; what could be none of C3's is refused as it is where ids are sent. */
    static VendorRequest one(CustomerId id) {
        VendorRequest.get(ONE).customer(id);
        return details(ONE);
    }

    private static VendorRequest details(VendorOperation vendorOperation) {
        return VendorRequest.get(vendorOperation)
                .path("/api/activecustomers/details/")
                .largestAnswer(StreamedQuery.LARGEST_ANSWER)
                .build();
    }
}
