package dev.seatport.demo.rules.planted.house.domain;

public final class BadTenantId {}
