package dev.seatport.sandbox.fleet;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Customer with its data at the vendors.
 *
 * @param index index in the fleet, from 0
 * @param trait special case
 * @param avePointId AvePoint's id, opaque text
 * @param organization name
 * @param ownerEmail address of the owner, at a domain reserved for examples
 * @param jobStatusCode AvePoint's job status, 0 to 6
 * @param country name of the country
 * @param managementMode 0 customer management, 1 partner management, 2 to be configured
 * @param tenants AvePoint's tenants of every kind
 * @param purchasedByProduct purchased seats by AvePoint product code; absent if the customer does not own the product, 0 if it owns no
 *     seats
 * @param c3CustomerId C3's id, opaque text; null if C3 does not have the customer
 * @param accounts C3's rows, one for each Microsoft tenant that C3 has
 */
public record SimulatedCustomer(
        int index,
        CustomerTrait trait,
        String avePointId,
        String organization,
        String ownerEmail,
        int jobStatusCode,
        String country,
        int managementMode,
        List<SimulatedTenant> tenants,
        Map<Integer, Long> purchasedByProduct,
        @Nullable String c3CustomerId,
        List<SimulatedC3Customer> accounts) {
    /** Copies the collections and sorts the products by code. */
    public SimulatedCustomer {
        tenants = List.copyOf(tenants);
        purchasedByProduct = Collections.unmodifiableMap(new TreeMap<>(purchasedByProduct));
        accounts = List.copyOf(accounts);
    }

    /** Returns the tenants that Microsoft Graph lists for the partner: those of C3 that are not deleted. */
    public List<SimulatedGraphTenant> graphTenants() {
        return GraphTenantFactory.tenants(this);
    }

    /** Returns the tenants of one kind in AvePoint's order. */
    public List<SimulatedTenant> tenantsOfKind(int kindCode) {
        return tenants.stream().filter(tenant -> tenant.kindCode() == kindCode).toList();
    }
}
