package dev.seatport.ports.seats;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import java.util.concurrent.Flow;

/** Outbound port: the user seats of a customer, per tenant. */
public interface TenantSeatSource {
    /**
     * Lists the seats of the tenants of the query, each tenant once, in the vendor's order. If the vendor lists a tenant
     * again with other counts, the publisher delivers both rows and ends with {@code INCOMPLETE_LISTING}: neither row is
     * reliable.
     *
     * @return a cold publisher that honours back-pressure; each subscription sends its own requests. If rows are missing, it
     *     delivers the rows that arrived and then fails with a {@link dev.seatport.ports.failure.VendorException}:
     *     {@code INCOMPLETE_LISTING} if the vendor delivered fewer rows than it announced or contradicts itself;
     *     {@code INVALID_REQUEST}, before anything is sent, if this vendor does not support the query. Signals arrive on a
     *     thread of the adapter, which the subscriber must not block. Cancelling the subscription cancels the request
     */
    Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query);
}
