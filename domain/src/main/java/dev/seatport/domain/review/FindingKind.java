package dev.seatport.domain.review;

/** What can be wrong with a customer's seats and licenses. */
public enum FindingKind {
    /** Licenses were bought through this partner and are not assigned. */
    UNASSIGNED_LICENSES(Severity.WARNING),
    /** Every license of the tenant is assigned: the next person gets none. */
    NO_LICENSES_LEFT(Severity.INFO),
    /** More licenses are assigned in the tenant than all of its partners sold. */
    OVER_ASSIGNED_LICENSES(Severity.CRITICAL),
    /** Assigned licenses are past their end and still usable for a while. */
    LICENSES_IN_GRACE(Severity.WARNING),
    /** Fewer seats of a product were bought than people need it. */
    BACKUP_SHORTFALL(Severity.CRITICAL),
    /** More seats of a product were bought than people need it. */
    BACKUP_SURPLUS(Severity.INFO),
    /** Two vendors count the same thing differently. */
    VENDORS_DISAGREE(Severity.WARNING),
    /** One vendor's own counts do not fit together. */
    COUNTS_INCONSISTENT(Severity.WARNING),
    /** The vendor of the licenses does not know a tenant that the vendor of the seats has. */
    TENANT_UNKNOWN_TO_VENDOR(Severity.WARNING);

    private final Severity usual;

    FindingKind(Severity usual) {
        this.usual = usual;
    }

    /** How much it matters unless a policy says otherwise. */
    public Severity defaultSeverity() {
        return usual;
    }
}
