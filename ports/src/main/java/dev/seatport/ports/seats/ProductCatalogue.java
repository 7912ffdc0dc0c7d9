package dev.seatport.ports.seats;

import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Outbound port: the products that a vendor documents. Sends no request and never fails. */
public interface ProductCatalogue {
    /** Returns all products, in the vendor's order. */
    List<Product> products();

    /** Returns the product with this code; a product without a name if the vendor documents no such code. */
    default Product byCode(ProductCode code) {
        return products().stream()
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElseGet(() -> Product.unnamed(code));
    }

    /**
     * Returns the product with this name. Ignores letter case and surrounding blanks.
     *
     * @return empty if no product has the name
     */
    default Optional<Product> byName(String name) {
        String lowerCase = name.strip().toLowerCase(Locale.ROOT);
        return products().stream()
                .filter(product -> product.name() != null
                        && product.name().toLowerCase(Locale.ROOT).equals(lowerCase))
                .findFirst();
    }
}
