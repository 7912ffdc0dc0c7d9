package dev.seatport.ports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.tenant.TenantId;
import java.util.Set;

/**
 * What an earlier review, that was interrupted, has read already. The one who kept it adds it to what the review tells. Asked
 * on the adapters' threads, so an implementation must not block.
 */
public interface ReviewCheckpoint {
    /** Whether the customer was read, and is to be passed over. */
    boolean has(CustomerId customer);

    /** Whether one of those customers has the tenant, so that it is not told as unmatched. */
    boolean hasTenant(TenantId tenant);

    /**
     * The documented counts that rows of those customers have. A customer with rows of which every one lacks a documented count is
     * not to be passed over, for a review knows only of these that a vendor still reports a count.
     */
    default Set<DocumentedCount> reportedCounts() {
        return Set.of();
    }

    /** Nothing was read yet. */
    static ReviewCheckpoint none() {
        return new ReviewCheckpoint() {
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
