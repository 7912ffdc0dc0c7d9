package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Findings that somebody decided not to be told of. At least one of customer and SKU is named; if both are, both must
 * match.
 *
 * @param customer whose findings; {@code null} for everybody's
 * @param sku findings about which SKU; {@code null} for all of the customer's
 * @param reason why, for whoever reads the report; never blank
 * @param until the last day on which it holds; {@code null} for no end
 */
public record Exclusion(
        @Nullable CustomerId customer,
        @Nullable SkuId sku,
        String reason,
        @Nullable LocalDate until) {

    public Exclusion {
        if (customer == null && sku == null) {
            throw new IllegalArgumentException("an exclusion names a customer, a SKU, or both");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an exclusion needs a reason");
        }
    }

    /** Whether it still holds on that day. */
    public boolean inForce(LocalDate today) {
        return until == null || !today.isAfter(until);
    }

    /** Whether it is about that finding, in force or not. */
    public boolean concerns(Finding finding) {
        return (customer == null || customer.equals(finding.customer()))
                && (sku == null || Optional.of(sku).equals(finding.sku()));
    }
}
