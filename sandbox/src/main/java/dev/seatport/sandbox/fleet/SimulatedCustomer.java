package dev.seatport.sandbox.fleet;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer as both vendors know it.
 *
 * @param index its place in the fleet, from 0
 * @param trait what is worth noticing about it
 * @param avePointId AvePoint's id, opaque text
 * @param organization its name
 * @param ownerEmail the owner's address, at a domain reserved for examples
 * @param jobStatusCode AvePoint's job status, 0 to 6
 * @param country the name of its country
 * @param managementMode 0 customer management, 1 partner management, 2 to be configured
 * @param tenants its tenants of every kind, as AvePoint knows them
 * @param purchasedByProduct the seats purchased of each AvePoint product that it owns, by product code; what it does not own is
 *     absent, what it owns may be 0
 * @param c3CustomerId C3's id, opaque text, or null when C3 does not know the customer
 * @param accounts its rows in C3, one for each Microsoft tenant that C3 knows
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
        List<SimulatedAccount> accounts) {
    /** Copies its collections; the products are in the order of their codes. */
    public SimulatedCustomer {
        tenants = List.copyOf(tenants);
        purchasedByProduct = Collections.unmodifiableMap(new TreeMap<>(purchasedByProduct));
        accounts = List.copyOf(accounts);
    }

    /** Its tenants of one kind, in the order in which AvePoint lists them. */
    public List<SimulatedTenant> tenantsOfKind(int kindCode) {
        return tenants.stream().filter(tenant -> tenant.kindCode() == kindCode).toList();
    }
}
