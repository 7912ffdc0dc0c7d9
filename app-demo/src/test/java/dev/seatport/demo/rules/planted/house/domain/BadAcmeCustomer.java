package dev.seatport.demo.rules.planted.house.domain;

public record BadAcmeCustomer(String name) {}
