package com.example.lending.adapter.files.internal;

import com.example.lending.domain.book.Isbn;
import com.example.lending.domain.loan.Loan;
import java.time.LocalDate;
import java.util.List;

/** Format of a line. */
public final class LoanLine {
    private LoanLine() {}

    public static String of(Loan loan) {
        return String.join(
                ";", loan.book().digits(), loan.reader(), loan.until().toString());
    }

    public static Loan parse(String line) {
        List<String> fields = List.of(line.split(";", -1));
        return new Loan(new Isbn(fields.get(0)), fields.get(1), LocalDate.parse(fields.get(2)));
    }
}
