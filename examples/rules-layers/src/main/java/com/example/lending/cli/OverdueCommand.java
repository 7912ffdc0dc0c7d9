package com.example.lending.cli;

import com.example.lending.ports.OverdueReport;
import java.time.LocalDate;

/** Command that reminds all readers. */
public final class OverdueCommand {
    private final OverdueReport report;

    public OverdueCommand(OverdueReport report) {
        this.report = report;
    }

    public String run(LocalDate today) {
        return report.remindAll(today) + " reminders sent";
    }
}
