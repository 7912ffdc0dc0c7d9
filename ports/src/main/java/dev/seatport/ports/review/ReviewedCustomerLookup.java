package dev.seatport.ports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import java.util.Set;

/**
 * Customers that an earlier, interrupted review has reviewed. A resumed review skips them and publishes no event for them;
 * the caller adds their stored results. Adapters call the methods on their own threads: an implementation must be
 * thread-safe and must not block.
 */
public interface ReviewedCustomerLookup {
    /** Returns whether the customer was reviewed, so that the review skips it. */
    boolean has(CustomerId customer);

    /** Returns whether a skipped customer has the tenant, so that the review does not report it as unmatched. */
    boolean hasTenant(TenantId tenant);

    /**
     * Returns the documented counts that at least one row of the skipped customers has. A checkpoint must not skip a customer
     * whose rows all lack a documented count: only its rows show the review that the vendor dropped that count.
     */
    default Set<MandatoryCountField> reportedCounts() {
        return Set.of();
    }

    /** Returns whether a skipped customer has licenses of the SKU. */
    default boolean hasSku(SkuId sku) {
        return false;
    }

    /** Returns whether a skipped customer has seats of the product. */
    default boolean hasProduct(ProductCode product) {
        return false;
    }

    /** Returns a checkpoint without customers. */
    static ReviewedCustomerLookup none() {
        return new ReviewedCustomerLookup() {
            @Override
            public boolean has(CustomerId customer) {
                return false;
            }

            @Override
            public boolean hasTenant(TenantId tenant) {
                return false;
            }
        };
    }
}
