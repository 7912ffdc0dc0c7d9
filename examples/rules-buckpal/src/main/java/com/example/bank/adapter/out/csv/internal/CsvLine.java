package com.example.bank.adapter.out.csv.internal;

import com.example.bank.application.domain.model.transfer.BankTransfer;

/** Format of a line. */
public final class CsvLine {
    private CsvLine() {}

    public static String of(BankTransfer transfer) {
        return transfer.from() + ";" + transfer.to() + ";" + transfer.amount().cents();
    }
}
