package com.example.bank.application.domain.model.transfer;

import com.example.bank.application.domain.model.money.BankAmount;

/** Transfer between two accounts. */
public record BankTransfer(String from, String to, BankAmount amount) {}
