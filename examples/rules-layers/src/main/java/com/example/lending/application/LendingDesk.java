package com.example.lending.application;

import com.example.lending.domain.loan.Loan;
import com.example.lending.ports.LoanStore;
import com.example.lending.ports.OverdueReport;
import com.example.lending.ports.ReaderReminder;
import java.time.LocalDate;
import java.util.List;

/** Reminds the readers of overdue loans. */
public final class LendingDesk implements OverdueReport {
    private final LoanStore loans;
    private final ReaderReminder reminder;

    public LendingDesk(LoanStore loans, ReaderReminder reminder) {
        this.loans = loans;
        this.reminder = reminder;
    }

    @Override
    public int remindAll(LocalDate today) {
        List<Loan> overdue =
                loans.all().stream().filter(loan -> loan.isOverdue(today)).toList();
        overdue.forEach(reminder::remind);
        return overdue.size();
    }
}
