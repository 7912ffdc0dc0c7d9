package dev.seatport.domain.seat;

import dev.seatport.domain.tenant.TenantKind;
import org.jspecify.annotations.Nullable;

/**
 * Product of a vendor that is purchased by the seat.
 *
 * @param code the vendor's code
 * @param name the name; {@code null} for a code that the catalogue does not have
 * @param covers the kind of tenant whose users need a seat; {@code null} if the product is not for one kind of tenant
 */
public record Product(
        ProductCode code, @Nullable String name, @Nullable TenantKind covers) {

    /** Returns a product of which only the code is known. */
    public static Product unnamed(ProductCode code) {
        return new Product(code, null, null);
    }

    /** Returns the name, or the code if there is no name. For messages. */
    public String label() {
        return name == null ? "product " + code : name;
    }
}
