package dev.seatport.ports.review;

import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import java.util.List;
import java.util.concurrent.Flow;

/** Inbound port: every customer's seats bought beside the seats used, across vendors, and what is wrong with them. */
public interface SeatReview {
    /**
     * Reviews all customers of the seat vendor.
     *
     * @param products the products whose coverage is wanted; only tenants that one of them covers are asked about
     * @param policy what is worth telling
     * @return a cold publisher that honours back-pressure and is cancelled as a whole. A source that fails for one customer
     *     is a gap of that customer, not the end. It fails, with a {@link dev.seatport.ports.failure.VendorException}, only if
     *     not one customer could be listed
     */
    Flow.Publisher<ReviewEvent> review(List<Product> products, ReviewPolicy policy);
}
