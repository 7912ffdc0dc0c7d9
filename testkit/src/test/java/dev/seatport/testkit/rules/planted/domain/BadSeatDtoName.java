package dev.seatport.testkit.rules.planted.domain;

public record BadSeatDtoName(String name) {}
