// core-names
package com.example.lending.domain.loan;

public record PlantedMailCustomer(String id) {}
