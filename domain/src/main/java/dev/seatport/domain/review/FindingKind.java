package dev.seatport.domain.review;

/** Kind of finding about a customer's seats or licenses. */
public enum FindingKind {
    /** Licenses purchased through this partner are not assigned. */
    UNASSIGNED_LICENSES(Severity.WARNING),
    /** Every license of the tenant is assigned: none is left for a new user. */
    NO_LICENSES_LEFT(Severity.INFO),
    /** More licenses are assigned in the tenant than its partners sold together. */
    OVER_ASSIGNED_LICENSES(Severity.CRITICAL),
    /** Some assigned licenses are past their end and usable for a grace period. */
    LICENSES_IN_GRACE(Severity.WARNING),
    /** Fewer seats of a product are purchased than assigned. */
    BACKUP_SHORTFALL(Severity.CRITICAL),
    /** More seats of a product are purchased than assigned. */
    BACKUP_SURPLUS(Severity.INFO),
    /** Two vendors report different counts of the same users. */
    VENDORS_DISAGREE(Severity.WARNING),
    /** Counts of one vendor contradict each other. */
    COUNTS_INCONSISTENT(Severity.WARNING),
    /** The license vendor does not have a tenant that the seat vendor has. */
    TENANT_UNKNOWN_TO_VENDOR(Severity.WARNING),
    /** The seat vendor does not have a tenant that the license vendor has, so nothing backs up the tenant. */
    TENANT_WITHOUT_BACKUP(Severity.WARNING);

    private final Severity defaultSeverity;

    FindingKind(Severity defaultSeverity) {
        this.defaultSeverity = defaultSeverity;
    }

    /** Returns the severity without a policy. */
    public Severity defaultSeverity() {
        return defaultSeverity;
    }
}
