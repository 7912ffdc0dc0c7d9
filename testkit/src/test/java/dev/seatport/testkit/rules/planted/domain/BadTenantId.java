package dev.seatport.testkit.rules.planted.domain;

public final class BadTenantId {}
