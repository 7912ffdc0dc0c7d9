package dev.seatport.sandbox.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Tenant as AvePoint reports it ("Retrieve customer tenant user seats").
 *
 * @param id GUID in lower case for Microsoft 365 and Dynamics 365, opaque text for the others
 * @param name name
 * @param kindCode 0 Microsoft 365, 1 Salesforce, 2 Google, 3 Dynamics 365
 * @param availableSeats {@code availableUserSeat}, or null. The document does not define whether it counts free or all seats. Its sample
 *     shows about as many as are assigned, and so does this fleet
 * @param assignedSeats {@code assignedUserSeat}, or null
 */
public record SimulatedTenant(
        String id,
        String name,
        int kindCode,
        @Nullable Long availableSeats,
        @Nullable Long assignedSeats) {
    /** Code of Microsoft 365 tenants. */
    public static final int MICROSOFT_365 = 0;

    /** Code of Salesforce tenants. */
    public static final int SALESFORCE = 1;

    /** Code of Google tenants. */
    public static final int GOOGLE = 2;

    /** Code of Dynamics 365 tenants. */
    public static final int DYNAMICS_365 = 3;

    /** Checks that AvePoint documents the kind. */
    public SimulatedTenant {
        if (kindCode < MICROSOFT_365 || kindCode > DYNAMICS_365) {
            throw new IllegalArgumentException("kind of tenant must be 0 to 3, not " + kindCode);
        }
    }
}
