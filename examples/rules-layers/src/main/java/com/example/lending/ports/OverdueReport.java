package com.example.lending.ports;

import java.time.LocalDate;

/** Use case: remind all readers whose loans are overdue. */
public interface OverdueReport {
    int remindAll(LocalDate today);
}
