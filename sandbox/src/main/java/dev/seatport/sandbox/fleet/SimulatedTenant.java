package dev.seatport.sandbox.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A tenant as AvePoint reports it ("Retrieve customer tenant user seats").
 *
 * @param id the tenant's id: a GUID in small letters for Microsoft 365 and Dynamics 365, opaque text for the others
 * @param name the tenant's name
 * @param kindCode 0 Microsoft 365, 1 Salesforce, 2 Google, 3 Dynamics 365
 * @param availableSeats {@code availableUserSeat}, or null; the document does not say whether free or all seats, its sample shows
 *     as many as are assigned, and so does this fleet, give or take a seat
 * @param assignedSeats {@code assignedUserSeat}, or null
 */
public record SimulatedTenant(
        String id,
        String name,
        int kindCode,
        @Nullable Long availableSeats,
        @Nullable Long assignedSeats) {
    /** The code of Microsoft 365 tenants. */
    public static final int MICROSOFT_365 = 0;

    /** The code of Salesforce tenants. */
    public static final int SALESFORCE = 1;

    /** The code of Google tenants. */
    public static final int GOOGLE = 2;

    /** The code of Dynamics 365 tenants. */
    public static final int DYNAMICS_365 = 3;

    /** Refuses kinds that AvePoint does not document. */
    public SimulatedTenant {
        if (kindCode < MICROSOFT_365 || kindCode > DYNAMICS_365) {
            throw new IllegalArgumentException("no kind of tenant: " + kindCode);
        }
    }
}
