package dev.seatport.domain.license;

import dev.seatport.domain.seat.Quantity;

/**
 * The licenses of one SKU in one tenant that are not, or no longer, in good standing, as a vendor counts them across all
 * partners.
 *
 * @param warning past their end and still usable
 * @param suspended no longer usable, but still assigned
 * @param lockedOut about to be deleted
 */
public record LicenseStates(Quantity warning, Quantity suspended, Quantity lockedOut) {
    /** States that are there and of which no count is known. */
    public static LicenseStates unreported() {
        return new LicenseStates(Quantity.unreported(), Quantity.unreported(), Quantity.unreported());
    }
}
