package dev.seatport.demo.rules.planted.house.http.unmarked;

final class BadUnmarkedRoom {}
