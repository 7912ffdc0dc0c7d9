package dev.seatport.demo.rules.planted.house.acme.internal;

public record BadPublicDto(String value) {}
