package dev.seatport.domain.seat;

import dev.seatport.domain.customer.CustomerId;

/**
 * The seats of one of a vendor's products that a customer has bought.
 *
 * @param customer who bought them
 * @param product what they are seats of
 * @param purchased seats bought; unreported if the vendor says that there is no such count
 * @param countMissing whether the response lacks the documented count, which a vendor that says that there is none does not
 */
public record ProductSeats(CustomerId customer, Product product, Quantity purchased, boolean countMissing) {
    /** Seats of a response that holds the count, or says that there is none. */
    public ProductSeats(CustomerId customer, Product product, Quantity purchased) {
        this(customer, product, purchased, false);
    }
}
