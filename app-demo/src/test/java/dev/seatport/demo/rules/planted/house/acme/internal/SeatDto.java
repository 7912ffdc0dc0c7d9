package dev.seatport.demo.rules.planted.house.acme.internal;

record SeatDto(String value) {}
