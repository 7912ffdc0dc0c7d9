package com.example.lending.ports;

import com.example.lending.domain.loan.Loan;
import java.util.List;

/** Keeps loans. */
public interface LoanStore {
    void save(Loan loan);

    List<Loan> all();
}
