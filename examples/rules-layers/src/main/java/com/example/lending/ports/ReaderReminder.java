package com.example.lending.ports;

import com.example.lending.domain.loan.Loan;

/** Reminds a reader. */
public interface ReaderReminder {
    void remind(Loan loan);
}
