package com.example.lending.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lending.domain.book.Isbn;
import com.example.lending.domain.loan.Loan;
import com.example.lending.ports.ReaderReminder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behaviour of each reminder. */
public abstract class ReaderReminderContract {
    protected final List<String> sent = new ArrayList<>();

    protected abstract ReaderReminder reminder();

    @Test
    void readersAreReminded() {
        reminder().remind(new Loan(new Isbn("9780321125217"), "ada", LocalDate.of(2026, 11, 30)));

        assertThat(sent).containsExactly("ada");
    }
}
