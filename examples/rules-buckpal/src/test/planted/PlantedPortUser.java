// layer-dependencies
package com.example.bank.application.domain.model.transfer;

public record PlantedPortUser(com.example.bank.application.port.out.TransferLog port) {}
