package dev.seatport.ports.seats;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import java.util.concurrent.Flow;

/** Outbound port: the user seats of a customer's tenants. */
public interface TenantSeatSource {
    /**
     * Lists the seats of the tenants that the query names, in the vendor's order, each tenant once. A tenant that the vendor lists
     * again with other counts comes again: then neither count holds, and the listing ends with {@code INCOMPLETE_LISTING}.
     *
     * @return a cold publisher that honours back-pressure; each subscription asks anew. It ends with a
     *     {@link dev.seatport.ports.failure.VendorException} after the rows that did arrive if some are missing:
     *     {@code INCOMPLETE_LISTING} when the vendor promised more than it delivered or contradicts itself, {@code INVALID_REQUEST} without
     *     anything sent when the query cannot be asked of this vendor. Signals arrive on a thread of the adapter, which must
     *     not be blocked. Cancelling ends the exchange
     */
    Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query);
}
