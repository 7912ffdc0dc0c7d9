package dev.seatport.domain.license;

/** Billing interval of an offer. */
public enum BillingCycle {
    MONTHLY,
    ANNUAL,
    TRIENNIAL,
    ONE_TIME,
    /** The vendor reported no interval, or one that this version does not support. */
    UNKNOWN
}
