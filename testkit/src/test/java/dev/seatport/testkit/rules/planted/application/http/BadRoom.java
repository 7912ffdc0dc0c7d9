package dev.seatport.testkit.rules.planted.application.http;

public final class BadRoom {}
