package dev.seatport.demo.rules.planted.house.application.http;

public final class BadRoom {}
