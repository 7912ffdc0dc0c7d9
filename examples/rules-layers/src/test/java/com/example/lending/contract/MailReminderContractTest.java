package com.example.lending.contract;

import com.example.lending.adapter.mail.MailReminder;
import com.example.lending.ports.ReaderReminder;

class MailReminderContractTest extends ReaderReminderContract {
    @Override
    protected ReaderReminder reminder() {
        return new MailReminder((reader, text) -> sent.add(reader));
    }
}
