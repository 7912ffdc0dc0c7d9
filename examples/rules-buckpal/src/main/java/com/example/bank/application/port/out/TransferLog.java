package com.example.bank.application.port.out;

import com.example.bank.application.domain.model.transfer.BankTransfer;

/** Keeps transfers. */
public interface TransferLog {
    void append(BankTransfer transfer);
}
