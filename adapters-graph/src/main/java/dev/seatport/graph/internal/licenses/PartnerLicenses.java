package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Licenses of a tenant that this partner sold, by SKU. */
final class PartnerLicenses {
    private final Map<SkuId, Sold> bySku = new LinkedHashMap<>();
    /** Ids of all subscriptions, in lower case. */
    private final Set<String> subscriptionIds = new HashSet<>();

    private final boolean refused;

    private PartnerLicenses(boolean refused) {
        this.refused = refused;
    }

    /**
     * Licenses of one SKU: the sum of its subscriptions.
     *
     * @param renewal the earliest one; {@code null} if unreported
     */
    record Sold(
            SkuId sku,
            @Nullable String productName,
            Quantity licenses,
            @Nullable Instant renewal) {
        private static Sold of(PartnerSubscription subscription) {
            return new Sold(
                    subscription.sku(), subscription.productName(), subscription.licenses(), subscription.renewal());
        }

        private Sold plus(Sold other) {
            return new Sold(
                    sku,
                    productName == null ? other.productName : productName,
                    licenses.plus(other.licenses),
                    earlier(renewal, other.renewal));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    /**
     * Sums the subscriptions of a tenant. If their request is refused, the licenses are unreported: the tenant may permit the request for
     * its SKUs only.
     *
     * @throws VendorException if another failure ended the listing
     */
    static PartnerLicenses of(ListingResult<Observed<PartnerSubscription>> subscriptions) {
        VendorException failure = subscriptions.endedBy();
        if (failure != null) {
            // A refused token would also refuse the request for the SKUs.
            if (failure.kind() == FailureKind.PERMISSION_DENIED
                    && failure.operation().equals(SubscribedSkuRequestFactory.SUBSCRIPTIONS.name())) {
                return new PartnerLicenses(true);
            }
            throw failure;
        }
        PartnerLicenses licenses = new PartnerLicenses(false);
        subscriptions.rows().stream().map(Observed::value).forEach(licenses::add);
        return licenses;
    }

    private void add(PartnerSubscription subscription) {
        subscriptionIds.add(subscription.id().toLowerCase(Locale.ROOT));
        if (subscription.commerceId() != null) {
            subscriptionIds.add(subscription.commerceId().toLowerCase(Locale.ROOT));
        }
        if (subscription.counted()) {
            bySku.merge(subscription.sku(), Sold.of(subscription), Sold::plus);
        }
    }

    /** Returns whether a subscription with this id was read, of this partner or not. */
    boolean hasSubscription(String id) {
        return subscriptionIds.contains(id.toLowerCase(Locale.ROOT));
    }

    /** Returns the licenses of a SKU: 0 if the partner sold none; unreported if the subscriptions could not be read. */
    Quantity purchased(SkuId sku) {
        Sold sold = bySku.get(sku);
        if (refused || !sku.isIdentifying()) {
            return Quantity.unreported();
        }
        return sold == null ? Quantity.of(0) : sold.licenses();
    }

    /** Returns the earliest renewal of a SKU; {@code null} if unreported. */
    @Nullable
    Instant renewal(SkuId sku) {
        Sold sold = bySku.get(sku);
        return sold == null ? null : sold.renewal();
    }

    /** Returns the licenses of all SKUs that the partner sold. */
    Collection<Sold> all() {
        return bySku.values();
    }
}
