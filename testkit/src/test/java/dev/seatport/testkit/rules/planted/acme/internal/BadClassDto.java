package dev.seatport.testkit.rules.planted.acme.internal;

final class BadClassDto {}
