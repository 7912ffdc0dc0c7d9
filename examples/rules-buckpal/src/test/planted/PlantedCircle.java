// package-cycles
package com.example.bank.application.domain.model.money;

public record PlantedCircle(com.example.bank.application.domain.model.transfer.BankTransfer user) {}
