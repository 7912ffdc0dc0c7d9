package dev.seatport.domain.license;

/**
 * What a license was bought as.
 *
 * @param name the offer's name as the vendor writes it; never blank
 * @param billingCycle how often it is billed
 */
public record Offer(String name, BillingCycle billingCycle) {
    public Offer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an offer's name must not be blank");
        }
    }
}
