package com.example.bank.adapter.in.terminal;

import com.example.bank.application.domain.model.money.BankAmount;
import com.example.bank.application.domain.model.transfer.BankTransfer;
import com.example.bank.application.port.in.TransferMoney;

/** Command of a teller. */
public final class TransferCommand {
    private final TransferMoney port;

    public TransferCommand(TransferMoney port) {
        this.port = port;
    }

    public void run(String from, String to, long cents) {
        port.transfer(new BankTransfer(from, to, new BankAmount(cents)));
    }
}
