package dev.seatport.testkit.rules.planted.domain;

public record BadAcmeCustomer(String name) {}
