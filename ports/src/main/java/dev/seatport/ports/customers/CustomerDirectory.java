package dev.seatport.ports.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Outbound port: the customers that a partner manages, as one vendor lists them. A vendor may show fewer than there are
 * without saying so (an application registration can be limited to some of them).
 *
 * <p>No method sends anything before it is asked to: {@code find} and {@code count} at the call, {@code all} at the first request of a
 * subscriber. Results arrive on a thread of the adapter, which must not be blocked.
 */
public interface CustomerDirectory {
    /**
     * Looks one customer up.
     *
     * @param id an id of this adapter's vendor, in any letter case
     * @return completes with the customer, or with a {@link dev.seatport.ports.failure.VendorException}: {@code NOT_FOUND}
     *     if the vendor does not know the id, {@code MALFORMED_ANSWER} if it answers for another customer, {@code INVALID_REQUEST} without anything sent if the id is another vendor's
     *     or cannot stand in a request. Cancelling its {@code CompletableFuture} ends the exchange
     */
    CompletionStage<Observed<Customer>> find(CustomerId id);

    /**
     * Lists all customers, in the vendor's order, each once. A tenant without an id that identifies it does not end the listing: its
     * customer is delivered, with {@link Customer#tenantsWithoutId()} above 0.
     *
     * @return a cold publisher that honours back-pressure; each subscription asks anew. It ends with a
     *     {@link dev.seatport.ports.failure.VendorException} after the rows that did arrive if some are missing. Cancelling
     *     ends the exchange
     */
    Flow.Publisher<Observed<Customer>> all();

    /**
     * Asks how many customers there are, for whoever shows how far a listing is.
     *
     * @return completes with what the vendor says, unreported if it cannot be told without listing them all (then nothing is
     *     sent), or with a {@link dev.seatport.ports.failure.VendorException}
     */
    CompletionStage<Quantity> count();

    /**
     * Counts the answers of this vendor, at any of its ports, that may have been made for another question: more answers came than
     * questions were sent, and it is not known since when. The count only grows; a review compares its end with its beginning.
     *
     * @return completes, and never fails, as soon as no answer can be on its way any more; 0 if this cannot happen
     */
    default CompletionStage<Long> suspectResponseCount() {
        return CompletableFuture.completedFuture(0L);
    }
}
