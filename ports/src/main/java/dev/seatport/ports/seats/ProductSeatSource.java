package dev.seatport.ports.seats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductSeats;
import java.util.concurrent.CompletionStage;

/** Outbound port: the seats of a product that were bought for a customer. */
public interface ProductSeatSource {
    /**
     * Asks for the purchased seats of one product.
     *
     * @param customer an id of this adapter's vendor
     * @param product what to ask about; its code is sent as it is, known to the catalogue or not
     * @return completes with the seats (unreported if the vendor gave no number), or with a
     *     {@link dev.seatport.ports.failure.VendorException}: {@code NOT_FOUND} if the vendor does not know the customer or
     *     that the customer has the product. Completes on a thread of the adapter, which must not be blocked. Cancelling
     *     its {@code CompletableFuture} ends the exchange
     */
    CompletionStage<Observed<ProductSeats>> seats(CustomerId customer, Product product);
}
