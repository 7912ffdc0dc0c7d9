package dev.seatport.reports.format;

import static dev.seatport.reports.format.ReviewFixture.BACKUP;
import static dev.seatport.reports.format.ReviewFixture.customer;
import static dev.seatport.reports.format.ReviewFixture.gap;
import static dev.seatport.reports.format.ReviewFixture.license;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.Money;
import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.reports.format.ReviewOutputOptions.CustomerOrder;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Monthly prices of findings. */
class ReviewPricesTest {
    private static final PriceList PRICES =
            new PriceList(Map.of(BACKUP.code(), money("3", "EUR")), Map.of(new SkuId("s1"), money("20.605", "USD")));

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** A customer with 57 surplus seats and up to 40 unassigned licenses. */
    private static CustomerPosition surplus(String id, String sku) {
        return customer(
                id,
                Quantity.of(157),
                100,
                List.of(),
                license(id, sku, Quantity.of(50), Quantity.of(60), Quantity.of(100)));
    }

    @Test
    void aFindingHasTheAmountOfItsSeatsAMonth() {
        JsonNode review = ReviewFixture.of(surplus("a", "s1")).prices(PRICES).json();

        JsonNode finding = review.at("/customers/0/findings/1");
        assertThat(finding.path("text").asText())
                .isEqualTo("Cloud Backup: 157 purchased, 100 assigned: 57 over; unused: 171.00 EUR a month");
        assertThat(finding.path("monthly").toString())
                .isEqualTo("{\"meaning\":\"UNUSED\",\"amount\":\"171.00\",\"currency\":\"EUR\",\"upTo\":false}");
        assertThat(review.at("/customers/0/findings/0/text").asText()).endsWith("; unused: up to 824.20 USD a month");
    }

    @Test
    void totalsArePerCurrencyAndMeaning() {
        JsonNode review = ReviewFixture.of(
                        surplus("a", "s1"), surplus("b", "s1"), customer("c", Quantity.of(10), 14, List.of()))
                .prices(PRICES)
                .json();

        assertThat(review.path("monthly").toString())
                .isEqualTo("{\"currencies\":["
                        + "{\"currency\":\"EUR\",\"unused\":\"342.00\",\"missing\":\"12.00\",\"findings\":3,\"upTo\":false},"
                        + "{\"currency\":\"USD\",\"unused\":\"1648.40\",\"missing\":\"0.00\",\"findings\":2,\"upTo\":true}],"
                        + "\"unpriced\":0,\"lowerBound\":false}");
    }

    @Test
    void withoutAPriceThereIsNoAmountAndTheSumIsALowerBound() {
        JsonNode review = ReviewFixture.of(surplus("a", "s2")).prices(PRICES).json();

        assertThat(review.at("/customers/0/findings/0/monthly").isNull()).isTrue();
        assertThat(review.at("/customers/0/findings/0/text").asText()).doesNotContain("a month");
        assertThat(review.at("/monthly/unpriced").asLong()).isEqualTo(1);
        assertThat(review.at("/monthly/lowerBound").asBoolean()).isTrue();
    }

    @Test
    void anIncompleteReviewHasALowerBound() {
        JsonNode review = ReviewFixture.of(customer("a", Quantity.of(157), 100, List.of(gap("a", Dataset.LICENSES))))
                .prices(PRICES)
                .json();

        assertThat(review.at("/monthly/lowerBound").asBoolean()).isTrue();
    }

    @Test
    void excusedFindingsAreInNoSum() {
        ReviewPolicy excusing = ReviewPolicy.builder()
                .exclusions(List.of(Exclusion.of(new CustomerId(ReviewFixture.SEATS, "a"), "agreed")
                        .build()))
                .build();

        JsonNode review = ReviewFixture.of(surplus("a", "s1"))
                .policy(excusing)
                .prices(PRICES)
                .json();

        assertThat(review.at("/customers/0/findings/0/monthly/currency").asText())
                .isEqualTo("USD");
        assertThat(review.at("/monthly/currencies")).isEmpty();
    }

    @Test
    void withoutAPriceListThereIsNoSum() {
        assertThat(ReviewFixture.of(surplus("a", "s1")).json().path("monthly").isNull())
                .isTrue();
    }

    @Test
    void aTableHasTheAmountsAndTheirTotals() {
        String table = ReviewFixture.of(surplus("a", "s1"), surplus("b", "s2"))
                .prices(PRICES)
                .text(ReviewFormat.TABLE);

        assertThat(table)
                .contains("157 purchased, 100 assigned, 171.00 EUR a month")
                .contains("50 purchased, 60 assigned, up to 824.20 USD a month")
                .contains("  unused: 342.00 EUR a month, missing: 0.00 EUR a month\n")
                .contains("  unused: up to 824.20 USD a month, missing: 0.00 USD a month\n")
                .contains("  without a price: 1 finding of unused or missing seats or licenses\n");
    }

    @Test
    void aListByMoneyIsByCurrencyThenByAmountWithoutAddingCurrencies() {
        CustomerPosition dollars = customer(
                "dollars",
                Quantity.of(100),
                100,
                List.of(),
                license("dollars", "s1", Quantity.of(900), Quantity.of(60), Quantity.of(1000)));
        CustomerPosition both = surplus("both", "s1");
        CustomerPosition more = customer("more", Quantity.of(100), 160, List.of());
        CustomerPosition unpriced = customer(
                "unpriced",
                Quantity.of(100),
                100,
                List.of(),
                license("unpriced", "s2", Quantity.of(900), Quantity.of(60), Quantity.of(1000)));

        String table = ReviewFixture.of(unpriced, dollars, both, more)
                .prices(PRICES)
                .order(CustomerOrder.MONEY)
                .text(ReviewFormat.TABLE);

        assertThat(table)
                .containsSubsequence("\nAcme more ", "\nAcme both ", "\nAcme dollars ", "\nAcme unpriced ")
                .containsPattern("Acme more .* 180.00 EUR\n")
                .containsPattern("Acme both .* 171.00 EUR, up to 824.20 USD\n")
                .containsPattern("Acme unpriced .* 1 without a price\n")
                .containsPattern("Acme dollars .* up to 18544.50 USD\n");
    }

    @Test
    void anAmountSaysThatFindingsWithoutAPriceAreNotInIt() {
        assertThat(ReviewFixture.of(surplus("a", "s2"))
                        .prices(PRICES)
                        .order(CustomerOrder.MONEY)
                        .text(ReviewFormat.TABLE))
                .containsPattern("Acme a .* 171.00 EUR, 1 without a price\n");
    }

    @Test
    void csvHasTheAmountAsANumber() {
        String csv = ReviewFixture.of(surplus("a", "s2")).prices(PRICES).text(ReviewFormat.CSV);

        assertThat(csv.lines().skip(2).findFirst().orElseThrow())
                .startsWith("a,Acme a,BACKUP_SURPLUS,INFO,")
                .endsWith(",avepoint,,Cloud Backup,157,100,,,,,,,57,UNUSED,171.00,EUR,false,,,,");
    }
}
