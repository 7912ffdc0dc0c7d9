package dev.seatport.domain.seat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;

/**
 * User seats of one tenant. Neither count is computed from the other.
 *
 * @param customer the customer that has the tenant
 * @param tenant the tenant
 * @param assigned seats in use
 * @param available seats that the vendor reports as available; the vendors' documents leave open whether that means free or
 *     total, so Seatport computes nothing from it
 */
public record TenantSeats(CustomerId customer, Tenant tenant, Quantity assigned, Quantity available) {
    /** Returns whether another row of the same tenant has the same counts. */
    public boolean agreesWith(TenantSeats other) {
        return assigned.equals(other.assigned) && available.equals(other.available);
    }

    /**
     * Merges two rows of one tenant. A count in which the rows differ is unreported, because either may be wrong.
     */
    public static TenantSeats agreed(TenantSeats one, TenantSeats other) {
        return new TenantSeats(
                one.customer, one.tenant, agreed(one.assigned, other.assigned), agreed(one.available, other.available));
    }

    private static Quantity agreed(Quantity one, Quantity other) {
        return one.equals(other) ? one : Quantity.unreported();
    }
}
