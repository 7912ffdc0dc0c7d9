package dev.seatport.demo.rules.planted.house.ports;

public interface BadJSONReader {}
