package dev.seatport.ports.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Outbound port: the customers that a partner manages, as one vendor lists them. A vendor may list fewer customers than
 * exist, without a sign of it: an app registration can be limited to some of them.
 *
 * <p>{@code find} and {@code count} send their request when they are called. {@code all} sends its first request when a
 * subscriber requests rows. Results arrive on a thread of the adapter, which the caller must not block.
 */
public interface CustomerDirectory {
    /**
     * Finds one customer by its id.
     *
     * @param id an id of this adapter's vendor, in any letter case
     * @return completes with the customer, or fails with a {@link dev.seatport.ports.failure.VendorException}:
     *     {@code NOT_FOUND} if the vendor has no such customer; {@code MALFORMED_ANSWER} if the response is about another
     *     customer; {@code INVALID_REQUEST}, before anything is sent, if the id is another vendor's or is not valid in a
     *     request. Cancelling its {@code CompletableFuture} cancels the request
     */
    CompletionStage<Observed<Customer>> find(CustomerId id);

    /**
     * Returns whether {@link #find} reads the whole listing, because the vendor has no request for one customer. A caller that also
     * needs the listing then reads only the listing.
     *
     * @return {@code false} by default
     */
    default boolean findReadsListing() {
        return false;
    }

    /**
     * Lists all customers, each once, in the vendor's order. A tenant without an identifying id does not end the listing:
     * the publisher delivers its customer, with {@link Customer#tenantsWithoutId()} above 0.
     *
     * @return a cold publisher that honours back-pressure; each subscription sends its own requests. If rows are missing, it
     *     delivers the rows that arrived and then fails with a {@link dev.seatport.ports.failure.VendorException}.
     *     Cancelling the subscription cancels the request
     */
    Flow.Publisher<Observed<Customer>> all();

    /**
     * Counts the customers, for a progress display.
     *
     * @return completes with the vendor's count, or fails with a {@link dev.seatport.ports.failure.VendorException}.
     *     Unreported, and without a request, if the vendor has no count but the full listing
     */
    CompletionStage<Quantity> count();

    /**
     * Counts the responses of this vendor, at any of its ports, that may belong to another request. A connection that
     * delivers more responses than requests makes all its earlier responses suspect. The count never decreases; a review
     * compares the count at its end with the count at its start.
     *
     * @return completes when no response can still be in transit, and never fails; 0 if responses cannot be confused. An adapter
     *     over HTTP/1.1 must not return a constant
     */
    CompletionStage<Long> suspectResponseCount();
}
