package dev.seatport.domain.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.tenant.TenantKind;
import org.junit.jupiter.api.Test;

class ProductTest {
    @Test
    void isCalledByItsName() {
        assertThat(new Product(new ProductCode("7"), "Backup", TenantKind.GOOGLE).label())
                .isEqualTo("Backup");
    }

    @Test
    void isCalledByItsCodeIfNobodyKnowsItsName() {
        assertThat(Product.unnamed(new ProductCode("77")).label()).isEqualTo("product 77");
    }

    @Test
    void coversNothingIfNobodyKnowsIt() {
        assertThat(Product.unnamed(new ProductCode("77")).covers()).isNull();
    }

    @Test
    void aCodeIsKeptToTheLetter() {
        assertThat(new ProductCode("aB")).isNotEqualTo(new ProductCode("AB")).hasToString("aB");
    }

    @Test
    void aCodeIsNotBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProductCode(" "));
    }
}
