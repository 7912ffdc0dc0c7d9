package dev.seatport.domain.license;

/** How often an offer is billed. */
public enum BillingCycle {
    MONTHLY,
    ANNUAL,
    TRIENNIAL,
    ONE_TIME,
    /** The vendor did not say, or said something that this version does not know. */
    UNKNOWN
}
