package dev.seatport.domain.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.tenant.TenantKind;
import org.junit.jupiter.api.Test;

class ProductTest {
    @Test
    void theLabelIsItsName() {
        assertThat(new Product(new ProductCode("7"), "Backup", TenantKind.GOOGLE).label())
                .isEqualTo("Backup");
    }

    @Test
    void theLabelIsItsCodeWithoutAName() {
        assertThat(Product.unnamed(new ProductCode("77")).label()).isEqualTo("product 77");
    }

    @Test
    void coversNoKindIfItIsUnknown() {
        assertThat(Product.unnamed(new ProductCode("77")).covers()).isNull();
    }

    @Test
    void aCodeIsKeptUnchanged() {
        assertThat(new ProductCode("aB")).isNotEqualTo(new ProductCode("AB")).hasToString("aB");
    }

    @Test
    void aCodeIsNotBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProductCode(" "));
    }
}
