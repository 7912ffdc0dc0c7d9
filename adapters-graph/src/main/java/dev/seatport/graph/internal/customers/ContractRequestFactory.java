package dev.seatport.graph.internal.customers;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** Requests of "List contracts". "Get contract" takes the id of a contract, so one customer is requested with a filter. */
final class ContractRequestFactory {
    static final VendorOperation ALL = new VendorOperation(GraphResponseConventions.VENDOR, "customers", null);
    static final VendorOperation ONE = new VendorOperation(GraphResponseConventions.VENDOR, "customer", null);

    private ContractRequestFactory() {}

    static VendorRequest all(TenantId partner) {
        return GraphResponseConventions.get(ALL, partner.value(), "/contracts").build();
    }

    /** Rejects an id that is not that of a tenant. */
    static VendorRequest one(TenantId partner, CustomerId customer) {
        String id = GraphResponseConventions.requireTenantId(
                ONE, VendorRequest.requireSameVendor(ONE, customer).value());
        return GraphResponseConventions.get(ONE, partner.value(), "/contracts")
                .query("$filter", "customerId eq " + id)
                .build();
    }
}
