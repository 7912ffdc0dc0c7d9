package dev.seatport.ports.seats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import java.util.concurrent.CompletionStage;

/** Outbound port: the purchased seats of a product, per customer. */
public interface PurchasedSeatSource {
    /**
     * Reads the purchased seats of one product.
     *
     * @param customer an id of this adapter's vendor
     * @param product the product; its code is sent unchanged, also if the catalogue does not have it
     * @return completes with the seats, unreported if the vendor sent no number. Fails with a
     *     {@link dev.seatport.ports.failure.VendorException}: {@code NOT_FOUND} if the vendor has no such customer, or no
     *     such product of the customer. Completes on a thread of the adapter, which the caller must not block. Cancelling its
     *     {@code CompletableFuture} cancels the request
     */
    CompletionStage<Observed<PurchasedSeats>> seats(CustomerId customer, Product product);
}
