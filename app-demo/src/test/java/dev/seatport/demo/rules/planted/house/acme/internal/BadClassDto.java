package dev.seatport.demo.rules.planted.house.acme.internal;

final class BadClassDto {}
