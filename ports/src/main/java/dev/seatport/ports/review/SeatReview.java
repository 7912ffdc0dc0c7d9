package dev.seatport.ports.review;

import java.util.concurrent.Flow;

/** Inbound port: compares each customer's purchased seats with its assigned seats across vendors, and reports findings. */
public interface SeatReview {
    /**
     * Reviews the customers of the seat vendor.
     *
     * @param request customers, products and policy
     * @return a cold publisher that honours back-pressure. It publishes {@link ReviewEvent.Started}, one
     *     {@link ReviewEvent.Reviewed} per customer, the {@link ReviewEvent.Unmatched} tenants and
     *     {@link ReviewEvent.Finished}. A source that fails for one customer is a gap of that customer, and the review goes
     *     on. The publisher fails with a {@link dev.seatport.ports.failure.VendorException} only if it could not list any
     *     customer. Cancelling the subscription cancels all requests of the review
     */
    Flow.Publisher<ReviewEvent> review(ReviewRequest request);
}
