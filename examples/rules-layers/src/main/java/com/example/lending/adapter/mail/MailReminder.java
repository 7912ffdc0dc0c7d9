package com.example.lending.adapter.mail;

import com.example.lending.domain.loan.Loan;
import com.example.lending.ports.ReaderReminder;
import java.util.function.BiConsumer;

/** Sends a mail to the reader. */
public final class MailReminder implements ReaderReminder {
    private final BiConsumer<String, String> mailer;

    public MailReminder(BiConsumer<String, String> mailer) {
        this.mailer = mailer;
    }

    @Override
    public void remind(Loan loan) {
        mailer.accept(loan.reader(), "Please return " + loan.book().digits());
    }
}
