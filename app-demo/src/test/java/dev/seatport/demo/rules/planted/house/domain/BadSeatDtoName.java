package dev.seatport.demo.rules.planted.house.domain;

public record BadSeatDtoName(String name) {}
