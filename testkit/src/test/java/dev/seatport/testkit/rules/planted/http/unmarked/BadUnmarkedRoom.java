package dev.seatport.testkit.rules.planted.http.unmarked;

final class BadUnmarkedRoom {}
