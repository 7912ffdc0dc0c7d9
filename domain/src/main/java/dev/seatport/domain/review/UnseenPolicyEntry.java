package dev.seatport.domain.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Product;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a policy that matches nothing in a complete review, such as a SKU id with a typing error.
 *
 * @param product the reviewed product
 * @param sku the seat SKU of the product that no tenant has; {@code null} if no customer has the product
 */
public record UnseenPolicyEntry(Product product, @Nullable SkuId sku) {
    /** Returns one line for people, such as {@code SKU s1 of seat-skus (2048) was seen in no tenant: check the id}. */
    public String text() {
        return sku == null
                ? "product " + product.label() + " was seen at no customer: check the products of the review"
                : "SKU " + sku + " of seat-skus (" + product.code() + ") was seen in no tenant: check the id";
    }
}
