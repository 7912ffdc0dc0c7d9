// core-names
package com.example.bank.application.domain.model.transfer;

public record PlantedCsvCustomer(String id) {}
