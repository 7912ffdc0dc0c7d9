// layer-dependencies
package com.example.lending.domain.loan;

public record PlantedPortUser(com.example.lending.ports.LoanStore port) {}
