package dev.seatport.domain.tenant;

/** The cloud service that a tenant lives in. */
public enum TenantKind {
    MICROSOFT_365,
    SALESFORCE,
    GOOGLE,
    DYNAMICS_365,
    /** The vendor named a kind that this version does not know, or none. */
    UNKNOWN
}
