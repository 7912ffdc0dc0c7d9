package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    @Test
    void beginsWithAHundredTokensAndPricesOfTenAndFive() {
        assertThat(budget.left()).isEqualTo(100);
        assertThat(budget.pay(false)).isTrue();
        assertThat(budget.left()).isEqualTo(90);
        assertThat(budget.pay(true)).isTrue();
        assertThat(budget.left()).isEqualTo(85);
    }

    @Test
    void refusesWhatItCannotPayAndTakesNothingForIt() {
        budget.pay(true);
        for (int i = 0; i < 9; i++) {
            assertThat(budget.pay(false)).isTrue();
        }
        assertThat(budget.pay(false)).isFalse();
        assertThat(budget.left()).isEqualTo(5);
        assertThat(budget.pay(true)).isTrue();
        assertThat(budget.pay(true)).isFalse();
        assertThat(budget.left()).isZero();
    }

    @Test
    void getsBackWhatASuccessfulRetryCostAndOneForASuccessfulFirstAttempt() {
        budget.pay(false);
        budget.pay(true);
        budget.earn();
        assertThat(budget.left()).isEqualTo(86);
        budget.refund(true);
        assertThat(budget.left()).isEqualTo(91);
        budget.refund(false);
        assertThat(budget.left()).isEqualTo(100);
        budget.earn();
        assertThat(budget.left()).isEqualTo(100);
    }
}
