package dev.seatport.ports.ledger;

import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Request for the statement of a month.
 *
 * @param month the month
 * @param basis the rule by which quantities are computed
 * @param acceptedReason the reason for accepting an incomplete month; stays in the statement. {@code null} to accept none
 */
public record TrueUpRequest(
        BillingMonth month, BillingBasis basis, @Nullable String acceptedReason) {
    public TrueUpRequest {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(basis, "basis");
        if (acceptedReason != null && acceptedReason.isBlank()) {
            throw new IllegalArgumentException("the reason for accepting an incomplete month must not be blank");
        }
    }
}
