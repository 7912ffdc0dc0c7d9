package dev.seatport.reports.policy;

import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.ProductCode;
import java.util.List;

/**
 * What a policy file says.
 *
 * @param review what a partner wants to be told of; what the file does not set keeps its default
 * @param products the products to review, in the file's order and none twice; empty if the file does not name any
 * @param text the text of the file; empty for a policy that no file says
 */
public record Policy(ReviewPolicy review, List<ProductCode> products, String text) {
    public Policy {
        products = List.copyOf(products);
    }

    /** A policy that no file says. */
    public Policy(ReviewPolicy review, List<ProductCode> products) {
        this(review, products, "");
    }
}
