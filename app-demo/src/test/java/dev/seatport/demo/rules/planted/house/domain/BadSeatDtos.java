package dev.seatport.demo.rules.planted.house.domain;

public record BadSeatDtos(int count) {}
