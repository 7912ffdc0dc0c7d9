package dev.seatport.reports.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.seat.ProductCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesPolicyTest {
    private static final SkuId PLAN = new SkuId("cdd28e44-67e3-425e-be4c-737fab2899d3");

    @TempDir
    private Path directory;

    private PolicyDrafts drafts;

    @BeforeEach
    void draft() {
        drafts = new PolicyDrafts(directory);
    }

    @Test
    void eachPriceHasItsCurrency() {
        PriceList prices = drafts.yaml("""
                        version: 1
                        prices:
                          products:
                            Cloud Backup for Microsoft 365: 3.00 EUR
                            Opus v. 2: 0.5 EUR
                          skus:
                            CDD28E44-67E3-425E-BE4C-737FAB2899D3: 20.605 USD
                        """).prices();

        assertThat(prices.products().get(new ProductCode("2048"))).hasToString("3.00 EUR");
        assertThat(prices.products().get(new ProductCode("65536"))).hasToString("0.50 EUR");
        assertThat(prices.skus().get(PLAN)).hasToString("20.605 USD");
    }

    @Test
    void propertiesHaveTheSameKeys() {
        PriceList prices = drafts.properties("""
                        version=1
                        prices.products.2048=3.00 EUR
                        prices.products.Opus\\ v.\\ 2=1200 JPY
                        prices.skus.cdd28e44-67e3-425e-be4c-737fab2899d3=20.60 EUR
                        """).prices();

        assertThat(prices.products().get(new ProductCode("2048"))).hasToString("3.00 EUR");
        assertThat(prices.products().get(new ProductCode("65536"))).hasToString("1200 JPY");
        assertThat(prices.skus().get(PLAN)).hasToString("20.60 EUR");
    }

    @Test
    void withoutPricesTheListIsEmpty() {
        assertThat(drafts.yaml("version: 1").prices().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "3.00",
                "EUR",
                "3,00 EUR",
                "-3 EUR",
                "0 EUR",
                "0.00 EUR",
                "3 eur",
                "3 EURO",
                "3 XXX",
                "3 QQQ",
                "1e3 EUR",
                "3.00001 EUR",
                "1000000 EUR",
                "3 EUR USD",
            })
    void aPriceThatIsNotAllowedIsAnError(String price) {
        assertThat(drafts.errors("review.yaml", "version: 1\nprices:\n  products:\n    2048: '" + price + "'\n"))
                .singleElement()
                .asString()
                .contains("review.yaml:4: prices.products.2048 is ", price)
                .endsWith(
                        "; allowed values: an amount from 0.0001 to 999999.9999 and an ISO 4217 currency, such as 3.00 EUR");
    }

    @Test
    void unknownProductsAndRepeatedSkusAreErrors() {
        assertThat(drafts.errors("review.yaml", """
                        version: 1
                        prices:
                          products:
                            Cloud Bakup for Microsoft 365: 3.00 EUR
                          skus:
                            cdd28e44-67e3-425e-be4c-737fab2899d3: 20.60 EUR
                            CDD28E4467E3425EBE4C737FAB2899D3: 20.60 EUR
                          sku: 3 EUR
                        """))
                .satisfiesExactly(
                        product ->
                                assertThat(product).contains("review.yaml:4: ", "is an unknown product (did you mean "),
                        sku -> assertThat(sku).contains("review.yaml:7: ", " repeats ", " on line 6"),
                        key -> assertThat(key)
                                .contains("review.yaml:8: prices.sku is an unknown key (did you mean skus?)"));
    }
}
