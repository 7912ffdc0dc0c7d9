package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Subscription of a tenant.
 *
 * @param commerceId its second id; {@code null} if unreported
 * @param counted whether its licenses are in use through this partner: neither a trial, nor suspended, locked out or deleted
 * @param licenses unreported if the vendor reports no count, or if owner, trial or status are unknown
 * @param renewal time at which it changes its status unless it is renewed; {@code null} if unreported
 */
record PartnerSubscription(
        String id,
        @Nullable String commerceId,
        boolean counted,
        SkuId sku,
        @Nullable String productName,
        Quantity licenses,
        @Nullable Instant renewal) {}
