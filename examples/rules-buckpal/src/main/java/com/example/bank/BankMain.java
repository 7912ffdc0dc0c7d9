package com.example.bank;

import com.example.bank.adapter.in.terminal.TransferCommand;
import com.example.bank.adapter.out.csv.CsvTransfers;
import com.example.bank.adapter.out.memory.MemoryLock;
import com.example.bank.application.domain.service.TransferService;

/** Creates the adapters and runs a command. */
public final class BankMain {
    private BankMain() {}

    public static void main(String... arguments) {
        TransferService service = new TransferService(new CsvTransfers(), new MemoryLock());
        new TransferCommand(service).run(arguments[0], arguments[1], Long.parseLong(arguments[2]));
    }
}
