package dev.seatport.avepoint.internal.productseats;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The answer of "Customer AvePoint user seats". {@code purchasedUserSeat} is the current name, {@code availableUserSeat} the older
 * one; that both mean the seats bought is assumed. The product's type is a number that may come as text. A count is {@code null} if the
 * field is missing, and a reference to {@code null} if the vendor says that there is no count.
 */
record ProductOverviewDto(
        @Nullable String productType,
        @Nullable AtomicReference<@Nullable Long> purchasedUserSeat,
        @Nullable AtomicReference<@Nullable Long> availableUserSeat) {

    @Nullable
    Long purchased() {
        return purchasedUserSeat == null ? null : purchasedUserSeat.get();
    }

    @Nullable
    Long available() {
        return availableUserSeat == null ? null : availableUserSeat.get();
    }

    boolean lacksCount() {
        return purchasedUserSeat == null && availableUserSeat == null;
    }
}
