package dev.seatport.testkit.rules.planted.acme.internal;

record SeatDto(String value) {}
