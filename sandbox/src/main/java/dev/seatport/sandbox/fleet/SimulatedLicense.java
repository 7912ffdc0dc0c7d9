package dev.seatport.sandbox.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A row of C3's license consumption report.
 *
 * @param skuId {@code ProductSkuId}, a GUID
 * @param productName the product's name
 * @param active {@code ActiveUnits}: licenses purchased through this partner, or null
 * @param consumed {@code ConsumedUnits}: licenses assigned, or null
 * @param available {@code AvailableUnits}: licenses unassigned as reported, perhaps negative, or null
 * @param total {@code TotalUnits}: licenses in the tenant across all its partners, or null
 * @param subscriptionNames {@code SubcriptionNames} as C3 writes it: offers behind a blank each, mostly with their billing cycle in
 *     brackets, separated by commas
 */
public record SimulatedLicense(
        String skuId,
        String productName,
        @Nullable Long active,
        @Nullable Long consumed,
        @Nullable Long available,
        @Nullable Long total,
        String subscriptionNames) {}
