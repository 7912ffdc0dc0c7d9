package dev.seatport.reports.policy;

import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.ProductCode;
import java.util.List;

/**
 * Content of a policy file.
 *
 * @param review the review policy, with defaults for all keys that the file does not set
 * @param products the products to review, distinct and in the order of the file; empty if the file names none
 * @param prices the prices of seats and licenses; empty if the file has none
 * @param text the text of the file; empty if the policy is not from a file
 */
public record Policy(ReviewPolicy review, List<ProductCode> products, PriceList prices, String text) {
    public Policy {
        products = List.copyOf(products);
    }

    /** Creates a policy that is not from a file. */
    public Policy(ReviewPolicy review, List<ProductCode> products) {
        this(review, products, PriceList.none(), "");
    }
}
