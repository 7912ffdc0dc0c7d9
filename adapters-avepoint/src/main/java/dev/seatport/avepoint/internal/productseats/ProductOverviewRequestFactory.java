package dev.seatport.avepoint.internal.productseats;

import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** Request of "Customer AvePoint user seats", which is the same in both API versions. */
final class ProductOverviewRequestFactory {
    static final VendorOperation OPERATION = new VendorOperation(
            AvePointResponseConventions.VENDOR, "product-seats", AvePointResponseConventions.LICENSE_SCOPE);

    private ProductOverviewRequestFactory() {}

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
