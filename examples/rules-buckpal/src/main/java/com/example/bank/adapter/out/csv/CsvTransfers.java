package com.example.bank.adapter.out.csv;

import com.example.bank.adapter.out.csv.internal.CsvLine;
import com.example.bank.application.domain.model.transfer.BankTransfer;
import com.example.bank.application.port.out.TransferLog;
import java.util.ArrayList;
import java.util.List;

/** Transfers as lines of CSV. */
public final class CsvTransfers implements TransferLog {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void append(BankTransfer transfer) {
        lines.add(CsvLine.of(transfer));
    }
}
