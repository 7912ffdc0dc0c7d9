package dev.seatport.domain.tenant;

/** Cloud service of a tenant. */
public enum TenantKind {
    MICROSOFT_365,
    SALESFORCE,
    GOOGLE,
    DYNAMICS_365,
    /** The vendor reported no kind, or one that this version does not support. */
    UNKNOWN
}
