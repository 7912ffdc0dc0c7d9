package com.example.lending.domain.loan;

import com.example.lending.domain.book.Isbn;
import java.time.LocalDate;

/** Loan of a book until a day. */
public record Loan(Isbn book, String reader, LocalDate until) {
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(until);
    }
}
