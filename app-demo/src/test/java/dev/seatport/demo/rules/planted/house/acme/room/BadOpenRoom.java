package dev.seatport.demo.rules.planted.house.acme.room;

public final class BadOpenRoom {}
