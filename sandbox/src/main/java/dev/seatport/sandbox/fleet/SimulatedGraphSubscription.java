package dev.seatport.sandbox.fleet;

/**
 * Row of {@code /directory/subscriptions}.
 *
 * @param id {@code id}, a GUID
 * @param owner tenant that {@code ownerTenantId} names
 * @param status {@code status}: {@code Enabled}, {@code Warning}, {@code Suspended}, {@code LockedOut} or {@code Deleted}
 * @param isTrial {@code isTrial}
 * @param totalLicenses {@code totalLicenses}
 * @param nextLifecycleDateTime {@code nextLifecycleDateTime}: end of the current state, in UTC
 */
public record SimulatedGraphSubscription(
        String id, Owner owner, String status, boolean isTrial, long totalLicenses, String nextLifecycleDateTime) {
    /** Seller of a subscription. */
    public enum Owner {
        /** The partner that the sandbox simulates. */
        PARTNER,
        /** Another partner. */
        OTHER_PARTNER,
        /** No partner: the customer has it from Microsoft. {@code ownerTenantId} is null. */
        NO_PARTNER
    }

    /** Returns whether its units are purchased through the partner: enabled or in warning, and no trial. */
    public boolean isPurchasedThroughPartner() {
        return owner == Owner.PARTNER && !isTrial && (status.equals("Enabled") || status.equals("Warning"));
    }
}
