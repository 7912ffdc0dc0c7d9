package dev.seatport.ports.seats;

import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Outbound port: the products that a vendor documents. Answers from memory and never fails. */
public interface ProductCatalogue {
    /** All products, in the vendor's order. */
    List<Product> products();

    /** The product of that code; without a name if the vendor documents none such. */
    default Product byCode(ProductCode code) {
        return products().stream()
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElseGet(() -> Product.unnamed(code));
    }

    /** The product of that name, letter case ignored. */
    default Optional<Product> byName(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return products().stream()
                .filter(product -> product.name() != null
                        && product.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
