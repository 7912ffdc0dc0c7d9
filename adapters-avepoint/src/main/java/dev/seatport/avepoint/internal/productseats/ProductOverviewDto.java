package dev.seatport.avepoint.internal.productseats;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Response of "Customer AvePoint user seats". {@code purchasedUserSeat} is the current name of the count, {@code availableUserSeat}
 * the older name. Both are assumed to mean purchased seats. The product type is a number, possibly as text. A count is {@code null}
 * if the field is missing, and a reference to {@code null} if the field has no count.
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

    boolean hasNoCountField() {
        return purchasedUserSeat == null && availableUserSeat == null;
    }
}
