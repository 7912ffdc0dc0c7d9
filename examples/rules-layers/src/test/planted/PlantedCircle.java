// package-cycles
package com.example.lending.domain.book;

public record PlantedCircle(com.example.lending.domain.loan.Loan user) {}
