package com.example.lending;

import com.example.lending.adapter.files.FileLoans;
import com.example.lending.adapter.mail.MailReminder;
import com.example.lending.application.LendingDesk;
import com.example.lending.cli.OverdueCommand;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Creates the adapters and runs the command. */
public final class LendingMain {
    private LendingMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... arguments) {
        FileLoans loans = new FileLoans(Path.of(arguments[0]));
        MailReminder mail = new MailReminder((reader, text) -> System.out.println(reader + ": " + text));
        System.out.println(new OverdueCommand(new LendingDesk(loans, mail)).run(LocalDate.now(ZoneOffset.UTC)));
    }
}
