package dev.seatport.domain.license;

/**
 * Offer under which a license was purchased.
 *
 * @param name the offer's name in the vendor's spelling; never blank
 * @param billingCycle the billing interval
 */
public record Offer(String name, BillingCycle billingCycle) {
    public Offer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an offer's name must not be blank");
        }
    }
}
