package dev.seatport.domain.license;

import dev.seatport.domain.seat.Quantity;

/**
 * Licenses of one SKU in one tenant that are not in good standing, as a vendor counts them across all partners.
 *
 * @param warning licenses past their end and still usable
 * @param suspended licenses no longer usable, but still assigned
 * @param lockedOut licenses about to be deleted
 */
public record LapsedLicenses(Quantity warning, Quantity suspended, Quantity lockedOut) {
    /** Returns states with unreported counts. */
    public static LapsedLicenses unreported() {
        return new LapsedLicenses(Quantity.unreported(), Quantity.unreported(), Quantity.unreported());
    }
}
