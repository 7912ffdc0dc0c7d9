package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;

/** Requests of "List subscribedSkus" and "List companySubscription", with the token of the customer's tenant. */
final class SubscribedSkuRequestFactory {
    static final VendorOperation SKUS = new VendorOperation(GraphResponseConventions.VENDOR, "licenses", null);
    static final VendorOperation SUBSCRIPTIONS =
            new VendorOperation(GraphResponseConventions.VENDOR, "subscriptions", null);

    private SubscribedSkuRequestFactory() {}

    static VendorRequest skus(CustomerId customer, TenantId tenant) {
        return GraphResponseConventions.get(SKUS, requireSameTenant(SKUS, customer, tenant), "/subscribedSkus")
                .build();
    }

    static VendorRequest subscriptions(CustomerId customer, TenantId tenant) {
        return GraphResponseConventions.get(
                        SUBSCRIPTIONS, requireSameTenant(SUBSCRIPTIONS, customer, tenant), "/directory/subscriptions")
                .build();
    }

    /** A customer of Graph is a tenant. The licenses of another tenant would be reported as the customer's. */
    private static String requireSameTenant(VendorOperation operation, CustomerId customer, TenantId tenant) {
        String id = VendorRequest.requireSameVendor(operation, customer).value();
        if (!tenant.isIdentifying() || !tenant.equals(new TenantId(id))) {
            throw VendorRequest.invalidRequest(
                    operation, "the tenant must be the customer's own: both ids must be equal");
        }
        return GraphResponseConventions.requireTenantId(operation, id);
    }
}
