package dev.seatport.domain.ledger;

/** Meaning of a recorded count. */
public enum CountMetric {
    /** Whether the vendor lists the customer: the count is 1. Customers have no other count. */
    LISTED("listed"),
    /** Seats or licenses purchased through this partner. */
    PURCHASED("purchased"),
    /** Seats or licenses in use. */
    ASSIGNED("assigned"),
    /** Seats or licenses that the vendor reports as available. */
    AVAILABLE("available"),
    /** Licenses of the tenant through all of its partners. */
    TENANT_TOTAL("tenant-total"),
    /** Licenses past their end and still usable. */
    WARNING("warning"),
    /** Licenses no longer usable, but still assigned. */
    SUSPENDED("suspended"),
    /** Licenses about to be deleted. */
    LOCKED_OUT("locked-out");

    private final String label;

    CountMetric(String label) {
        this.label = label;
    }

    /** Returns the name in reports and in the database, such as {@code tenant-total}. */
    public String label() {
        return label;
    }
}
