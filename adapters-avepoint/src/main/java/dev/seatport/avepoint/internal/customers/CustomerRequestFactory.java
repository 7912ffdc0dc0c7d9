package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import java.util.Map;

/** Requests for customers. */
final class CustomerRequestFactory {
    static final VendorOperation CURRENT_PAGE = new VendorOperation(
            AvePointResponseConventions.VENDOR, "customers", AvePointResponseConventions.CUSTOMERS_SCOPE);
    static final VendorOperation OLDER_LISTING = new VendorOperation(
            AvePointResponseConventions.VENDOR, "customers", AvePointResponseConventions.PARTNER_SCOPE);
    static final VendorOperation ONE_CUSTOMER = new VendorOperation(
            AvePointResponseConventions.VENDOR, "customer", AvePointResponseConventions.PARTNER_SCOPE);

    private CustomerRequestFactory() {}

    /** Creates a request for a page of all customers, in the current API. */
    static VendorRequest currentPage(int pageIndex, int pageSize) {
        return VendorRequest.post(CURRENT_PAGE)
                .path("/partner/external/v3/general/customers/batch")
                .query("pageIndex", pageIndex)
                .query("pageSize", pageSize)
                .json(Map.of())
                .build();
    }

    /** Creates a request for all customers in one response, in the older API. */
    static VendorRequest olderListing() {
        return VendorRequest.get(OLDER_LISTING)
                .path("/partner/customers")
                .maxResponseBytes(StreamedQuery.MAX_RESPONSE_BYTES)
                .build();
    }

    /** Creates a request for one customer. AvePoint documents it as "Retrieve specific customers". */
    static VendorRequest oneCustomer(CustomerId id) {
        return VendorRequest.get(ONE_CUSTOMER)
                .path("/partner/customers")
                .customer(id)
                .build();
    }
}
