package dev.seatport.testkit.rules.planted.ports;

@SuppressWarnings("ArrayRecordComponent")
public record BadArrayHolder(String[] names) {}
