package dev.seatport.ports.seats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCatalogueTest {
    private static final Product BACKUP = new Product(new ProductCode("1"), "Cloud Backup", TenantKind.MICROSOFT_365);
    private static final Product NAMELESS = Product.unnamed(new ProductCode("2"));

    private final ProductCatalogue catalogue = () -> List.of(NAMELESS, BACKUP);

    @Test
    void findsAProductByItsCode() {
        assertThat(catalogue.byCode(new ProductCode("1"))).isEqualTo(BACKUP);
    }

    @Test
    void keepsAnUnknownCode() {
        assertThat(catalogue.byCode(new ProductCode("99"))).isEqualTo(Product.unnamed(new ProductCode("99")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cloud Backup", "cloud backup", " CLOUD BACKUP "})
    void findsAProductByItsNameInAnyLetterCase(String name) {
        assertThat(catalogue.byName(name)).contains(BACKUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Backup", "", "2"})
    void findsNothingByAnotherName(String name) {
        assertThat(catalogue.byName(name)).isEmpty();
    }
}
