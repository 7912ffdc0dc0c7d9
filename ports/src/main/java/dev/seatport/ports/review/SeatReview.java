package dev.seatport.ports.review;

import java.util.concurrent.Flow;

/** Inbound port: every customer's seats bought beside the seats used, across vendors, and what is wrong with them. */
public interface SeatReview {
    /**
     * Reviews the customers of the seat vendor.
     *
     * @param request of whom, and what is wanted
     * @return a cold publisher that honours back-pressure and is cancelled as a whole: {@link ReviewEvent.Started}, one
     *     {@link ReviewEvent.Reviewed} per customer, the {@link ReviewEvent.Unmatched} tenants, {@link ReviewEvent.Finished}.
     *     A source that fails for one customer is a gap of that customer, not the end. It fails, with a
     *     {@link dev.seatport.ports.failure.VendorException}, only if not one customer could be listed
     */
    Flow.Publisher<ReviewEvent> review(ReviewRequest request);
}
