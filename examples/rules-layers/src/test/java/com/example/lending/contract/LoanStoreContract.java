package com.example.lending.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lending.domain.book.Isbn;
import com.example.lending.domain.loan.Loan;
import com.example.lending.ports.LoanStore;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Behaviour of each loan store. */
public abstract class LoanStoreContract {
    protected abstract LoanStore emptyStore();

    @Test
    void savedLoansAreReturned() {
        LoanStore store = emptyStore();
        Loan loan = new Loan(new Isbn("9780321125217"), "ada", LocalDate.of(2026, 11, 30));

        store.save(loan);

        assertThat(store.all()).containsExactly(loan);
    }
}
