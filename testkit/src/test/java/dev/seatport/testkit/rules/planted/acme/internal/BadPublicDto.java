package dev.seatport.testkit.rules.planted.acme.internal;

public record BadPublicDto(String value) {}
