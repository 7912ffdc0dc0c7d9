package dev.seatport.avepoint.internal.productseats;

import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.VendorRequest;

/** The call "Customer AvePoint user seats", in the vendor's words. It is the same in both generations. */
final class ProductOverviewEndpoint {
    static final Operation OPERATION = new Operation(AvePointWire.VENDOR, "product-seats", AvePointWire.LICENSE_SCOPE);

    private ProductOverviewEndpoint() {}

    static VendorRequest overview(CustomerId customer, ProductCode product) {
        return VendorRequest.get(OPERATION)
                .path("/partner/external/v3/general/customers")
                .customer(customer)
                .path("/avpt-products/type")
                .segment("product code", product.value())
                .path("/overview")
                .build();
    }
}
