package dev.seatport.sandbox.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Row of C3's license consumption report.
 *
 * @param skuId {@code ProductSkuId}, a GUID
 * @param productName name of the product
 * @param active {@code ActiveUnits}: licenses purchased through this partner, or null
 * @param consumed {@code ConsumedUnits}: assigned licenses, or null
 * @param available {@code AvailableUnits}: unassigned licenses as reported, possibly negative, or null
 * @param total {@code TotalUnits}: licenses of the tenant across all its partners, or null
 * @param subscriptionNames {@code SubcriptionNames} in C3's format: comma-separated offers, each after a space, most with the billing
 *     cycle in parentheses
 */
public record SimulatedLicense(
        String skuId,
        String productName,
        @Nullable Long active,
        @Nullable Long consumed,
        @Nullable Long available,
        @Nullable Long total,
        String subscriptionNames) {}
