package dev.seatport.testkit.rules.planted.ports;

public interface BadJSONReader {}
