package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    @Test
    void startsWithAHundredTokensAndCostsOfTenAndFive() {
        assertThat(budget.remaining()).isEqualTo(100);
        assertThat(budget.tryPay(false)).isTrue();
        assertThat(budget.remaining()).isEqualTo(90);
        assertThat(budget.tryPay(true)).isTrue();
        assertThat(budget.remaining()).isEqualTo(85);
    }

    @Test
    void rejectsARetryThatItCannotPayFor() {
        budget.tryPay(true);
        for (int i = 0; i < 9; i++) {
            assertThat(budget.tryPay(false)).isTrue();
        }
        assertThat(budget.tryPay(false)).isFalse();
        assertThat(budget.remaining()).isEqualTo(5);
        assertThat(budget.tryPay(true)).isTrue();
        assertThat(budget.tryPay(true)).isFalse();
        assertThat(budget.remaining()).isZero();
    }

    @Test
    void refundsASuccessfulRetryAndCreditsASuccessfulFirstAttempt() {
        budget.tryPay(false);
        budget.tryPay(true);
        budget.credit();
        assertThat(budget.remaining()).isEqualTo(86);
        budget.refund(true);
        assertThat(budget.remaining()).isEqualTo(91);
        budget.refund(false);
        assertThat(budget.remaining()).isEqualTo(100);
        budget.credit();
        assertThat(budget.remaining()).isEqualTo(100);
    }
}
