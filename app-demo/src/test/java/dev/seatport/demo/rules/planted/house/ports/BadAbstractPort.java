package dev.seatport.demo.rules.planted.house.ports;

public abstract class BadAbstractPort {
    abstract String seat();
}
