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
public record TenantSeats(CustomerId customer, Tenant tenant, Quantity assigned, Quantity available) {}
