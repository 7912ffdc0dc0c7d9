package dev.seatport.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.seat.ProductCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final ProductCode BACKUP = new ProductCode("2048");
    private static final SkuId PLAN = new SkuId("cdd28e44-67e3-425e-be4c-737fab2899d3");
    private static final PriceList PRICES =
            new PriceList(Map.of(BACKUP, money("3", "EUR")), Map.of(PLAN, money("20.605", "USD")));

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Test
    void unusedSeatsHaveTheAmountOfTheirProduct() {
        assertThat(PRICES.monthly(FindingKind.BACKUP_SURPLUS, BACKUP, null, 57))
                .hasToString("Optional[unused: 171.00 EUR a month]");
    }

    @Test
    void unassignedLicensesHaveTheGreatestPossibleAmount() {
        SkuId otherSpelling = new SkuId("CDD28E4467E3425EBE4C737FAB2899D3");

        assertThat(PRICES.monthly(FindingKind.UNASSIGNED_LICENSES, null, otherSpelling, 3))
                .hasToString("Optional[unused: up to 61.815 USD a month]");
    }

    @Test
    void missingSeatsAreNotUnused() {
        assertThat(PRICES.monthly(FindingKind.BACKUP_SHORTFALL, BACKUP, null, 6))
                .hasToString("Optional[missing: 18.00 EUR a month]");
    }

    @Test
    void withoutAPriceThereIsNoAmount() {
        assertThat(PRICES.monthly(FindingKind.BACKUP_SURPLUS, new ProductCode("1024"), null, 57))
                .isEmpty();
        assertThat(PRICES.monthly(FindingKind.UNASSIGNED_LICENSES, BACKUP, new SkuId("other"), 57))
                .isEmpty();
        assertThat(PRICES.monthly(FindingKind.VENDORS_DISAGREE, BACKUP, null, 57))
                .isEmpty();
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAdded() {
        Money euros = money("1", "EUR");
        Money dollars = money("1", "USD");

        assertThat(euros.plus(euros)).isEqualTo(money("2.00", "EUR"));
        assertThatThrownBy(() -> euros.plus(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCurrencyDecidesTheLeastNumberOfPlaces() {
        assertThat(money("1200", "JPY")).hasToString("1200 JPY");
        assertThat(money("1E+3", "EUR")).hasToString("1000.00 EUR").isEqualTo(money("1000.000", "EUR"));
        assertThatThrownBy(() -> money("1", "XXX")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void amountsAreExact() {
        assertThat(money("0.1", "EUR").times(3)).isEqualTo(money("0.3", "EUR"));
        assertThat(money("999999.9999", "EUR").times(Long.MAX_VALUE).amount())
                .isEqualTo(new BigDecimal("999999.9999").multiply(BigDecimal.valueOf(Long.MAX_VALUE)));
    }
}
