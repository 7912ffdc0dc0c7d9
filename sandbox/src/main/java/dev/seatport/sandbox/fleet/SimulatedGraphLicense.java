package dev.seatport.sandbox.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row of {@code /subscribedSkus} with the subscriptions of its SKU.
 *
 * @param skuId {@code skuId}, a GUID
 * @param partNumber {@code skuPartNumber}
 * @param assignable whether {@code appliesTo} is {@code User}; otherwise it is {@code Company}
 * @param enabled {@code prepaidUnits.enabled}: units of the tenant across all its partners, or null
 * @param warning {@code prepaidUnits.warning}
 * @param suspended {@code prepaidUnits.suspended}
 * @param lockedOut {@code prepaidUnits.lockedOut}
 * @param consumed {@code consumedUnits}: assigned units, or null
 * @param subscriptions rows of {@code /directory/subscriptions} with this SKU
 */
public record SimulatedGraphLicense(
        String skuId,
        String partNumber,
        boolean assignable,
        @Nullable Long enabled,
        long warning,
        long suspended,
        long lockedOut,
        @Nullable Long consumed,
        List<SimulatedGraphSubscription> subscriptions) {
    /** Copies the subscriptions. */
    public SimulatedGraphLicense {
        subscriptions = List.copyOf(subscriptions);
    }

    SimulatedGraphLicense withSubscriptions(List<SimulatedGraphSubscription> value) {
        return new SimulatedGraphLicense(
                skuId, partNumber, assignable, enabled, warning, suspended, lockedOut, consumed, value);
    }

    /** Returns the units of the subscriptions that are purchased through the partner. */
    public long purchased() {
        return subscriptions.stream()
                .filter(SimulatedGraphSubscription::isPurchasedThroughPartner)
                .mapToLong(SimulatedGraphSubscription::totalLicenses)
                .sum();
    }
}
