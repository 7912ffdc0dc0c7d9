package dev.seatport.domain.seat;

import dev.seatport.domain.customer.CustomerId;

/**
 * Purchased seats of one product, for one customer.
 *
 * @param customer the customer
 * @param product the product
 * @param purchased purchased seats; unreported if the vendor sent no number
 * @param countMissing whether the response lacks the documented count; {@code false} if the vendor reported explicitly that
 *     it has no count
 */
public record PurchasedSeats(CustomerId customer, Product product, Quantity purchased, boolean countMissing) {
    /** Creates seats of a response that has the count, or reports explicitly that there is none. */
    public PurchasedSeats(CustomerId customer, Product product, Quantity purchased) {
        this(customer, product, purchased, false);
    }
}
