package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.transport.AvePointProtocol;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import java.util.Map;

/** Requests for customers. */
final class CustomerEndpoint {
    static final VendorOperation BATCH =
            new VendorOperation(AvePointProtocol.VENDOR, "customers", AvePointProtocol.CUSTOMERS_SCOPE);
    static final VendorOperation LISTING =
            new VendorOperation(AvePointProtocol.VENDOR, "customers", AvePointProtocol.PARTNER_SCOPE);
    static final VendorOperation SPECIFIC =
            new VendorOperation(AvePointProtocol.VENDOR, "customer", AvePointProtocol.PARTNER_SCOPE);

    private CustomerEndpoint() {}

    /** Creates a request for a page of all customers, in the current API. */
    static VendorRequest batch(int pageIndex, int pageSize) {
        return VendorRequest.post(BATCH)
                .path("/partner/external/v3/general/customers/batch")
                .query("pageIndex", pageIndex)
                .query("pageSize", pageSize)
                .json(Map.of())
                .build();
    }

    /** Creates a request for all customers in one response, in the older API. */
    static VendorRequest listing() {
        return VendorRequest.get(LISTING)
                .path("/partner/customers")
                .maxResponseBytes(StreamedQuery.MAX_RESPONSE_BYTES)
                .build();
    }

    /** Creates a request of "Retrieve specific customers". */
    static VendorRequest specific(CustomerId id) {
        return VendorRequest.get(SPECIFIC)
                .path("/partner/customers")
                .customer(id)
                .build();
    }
}
