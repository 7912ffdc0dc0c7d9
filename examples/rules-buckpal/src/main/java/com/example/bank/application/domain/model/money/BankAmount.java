package com.example.bank.application.domain.model.money;

/** Amount in cents. */
public record BankAmount(long cents) {}
