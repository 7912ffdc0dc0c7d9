package dev.seatport.demo.rules.planted.house.domain;

public record BadAcmesSeat(int count) {}
