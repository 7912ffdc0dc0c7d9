package dev.seatport.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Names of an item for people, as last reported.
 *
 * @param customer the customer's name; {@code null} if the vendor reported none
 * @param tenant the tenant's name; {@code null} if the item has no tenant or the vendor reported no name
 * @param item the name of the product or SKU; {@code null} if the vendor reported none
 */
public record ItemNames(
        @Nullable String customer,
        @Nullable String tenant,
        @Nullable String item) {
    /** Returns names of which none was reported. */
    public static ItemNames none() {
        return new ItemNames(null, null, null);
    }
}
