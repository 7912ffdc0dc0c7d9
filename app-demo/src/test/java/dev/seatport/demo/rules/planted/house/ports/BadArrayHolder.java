package dev.seatport.demo.rules.planted.house.ports;

@SuppressWarnings("ArrayRecordComponent")
public record BadArrayHolder(String[] names) {}
