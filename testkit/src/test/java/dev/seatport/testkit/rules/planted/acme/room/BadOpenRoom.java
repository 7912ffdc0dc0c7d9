package dev.seatport.testkit.rules.planted.acme.room;

public final class BadOpenRoom {}
