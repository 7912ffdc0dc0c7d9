package dev.seatport.domain.seat;

import dev.seatport.domain.tenant.TenantKind;
import org.jspecify.annotations.Nullable;

/**
 * Something a partner buys seats of.
 *
 * @param code the vendor's code
 * @param name its name; {@code null} for a code that the catalogue does not know
 * @param covers the kind of tenant whose people the product's seats are for; {@code null} if it covers no one kind
 */
public record Product(
        ProductCode code, @Nullable String name, @Nullable TenantKind covers) {

    /** A product of which only the code is known. */
    public static Product unnamed(ProductCode code) {
        return new Product(code, null, null);
    }

    /** What to call the product in a sentence: its name, else its code. */
    public String label() {
        return name == null ? "product " + code : name;
    }
}
