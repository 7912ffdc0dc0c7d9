package com.example.bank.application.domain.service;

import com.example.bank.application.domain.model.transfer.BankTransfer;
import com.example.bank.application.port.in.TransferMoney;
import com.example.bank.application.port.out.BankAccountLock;
import com.example.bank.application.port.out.TransferLog;

/** Transfers money. */
public final class TransferService implements TransferMoney {
    private final TransferLog transfers;
    private final BankAccountLock lock;

    public TransferService(TransferLog transfers, BankAccountLock lock) {
        this.transfers = transfers;
        this.lock = lock;
    }

    @Override
    public void transfer(BankTransfer transfer) {
        lock.lock(transfer.from());
        transfers.append(transfer);
        lock.release(transfer.from());
    }
}
