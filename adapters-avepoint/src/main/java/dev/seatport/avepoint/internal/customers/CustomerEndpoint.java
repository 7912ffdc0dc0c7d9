package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.LargeListing;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.VendorRequest;
import java.util.Map;

/** The calls about customers, in the vendor's words. */
final class CustomerEndpoint {
    static final Operation BATCH = new Operation(AvePointWire.VENDOR, "customers", AvePointWire.CUSTOMERS_SCOPE);
    static final Operation LISTING = new Operation(AvePointWire.VENDOR, "customers", AvePointWire.PARTNER_SCOPE);
    static final Operation SPECIFIC = new Operation(AvePointWire.VENDOR, "customer", AvePointWire.PARTNER_SCOPE);

    private CustomerEndpoint() {}

    /** A page of all customers, by the current document. */
    static VendorRequest batch(int pageIndex, int pageSize) {
        return VendorRequest.post(BATCH)
                .path("/partner/external/v3/general/customers/batch")
                .query("pageIndex", pageIndex)
                .query("pageSize", pageSize)
                .json(Map.of())
                .build();
    }

    /** All customers in one answer, by the older document. */
    static VendorRequest listing() {
        return VendorRequest.get(LISTING)
                .path("/partner/customers")
                .largestAnswer(LargeListing.LARGEST_ANSWER)
                .build();
    }

    /** "Retrieve specific customers". */
    static VendorRequest specific(CustomerId id) {
        return VendorRequest.get(SPECIFIC)
                .path("/partner/customers")
                .customer(id)
                .build();
    }
}
