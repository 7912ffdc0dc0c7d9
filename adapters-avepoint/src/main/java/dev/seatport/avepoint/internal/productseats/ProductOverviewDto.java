package dev.seatport.avepoint.internal.productseats;

import org.jspecify.annotations.Nullable;

/**
 * The answer of "Customer AvePoint user seats". {@code purchasedUserSeat} is the current name, {@code availableUserSeat} the older
 * one; that both mean the seats bought is assumed. The product's type is a number that may come as text.
 */
record ProductOverviewDto(
        @Nullable String productType,
        @Nullable Long purchasedUserSeat,
        @Nullable Long availableUserSeat) {}
