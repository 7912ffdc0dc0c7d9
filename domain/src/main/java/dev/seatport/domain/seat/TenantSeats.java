package dev.seatport.domain.seat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;

/**
 * The user seats of one tenant. Neither count is reckoned from the other.
 *
 * @param customer whose tenant it is
 * @param tenant the tenant
 * @param assigned seats in use
 * @param available seats that the vendor calls available; the vendors' documents leave open whether that means free or
 *     total, so nothing is derived from it
 */
public record TenantSeats(CustomerId customer, Tenant tenant, Quantity assigned, Quantity available) {
    /** Returns whether another row of the same tenant has the same counts. */
    public boolean agreesWith(TenantSeats other) {
        return assigned.equals(other.assigned) && available.equals(other.available);
    }

    /**
     * Returns what two rows of one tenant both say. A count in which they differ is unreported: none of them is known to be right.
     */
    public static TenantSeats agreed(TenantSeats one, TenantSeats other) {
        return new TenantSeats(
                one.customer, one.tenant, agreed(one.assigned, other.assigned), agreed(one.available, other.available));
    }

    private static Quantity agreed(Quantity one, Quantity other) {
        return one.equals(other) ? one : Quantity.unreported();
    }
}
