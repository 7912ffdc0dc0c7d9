package com.example.bank.application.port.in;

import com.example.bank.application.domain.model.transfer.BankTransfer;

/** Use case: transfer money. */
public interface TransferMoney {
    void transfer(BankTransfer transfer);
}
