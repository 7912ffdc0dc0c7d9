package dev.seatport.demo.rules.planted.house.attic;

public final class BadStray {}
