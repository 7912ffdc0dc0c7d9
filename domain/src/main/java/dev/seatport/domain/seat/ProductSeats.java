package dev.seatport.domain.seat;

import dev.seatport.domain.customer.CustomerId;

/**
 * The seats of one product that were bought for a customer.
 *
 * @param customer for whom
 * @param product of what
 * @param purchased seats bought through this partner
 */
public record ProductSeats(CustomerId customer, Product product, Quantity purchased) {}
