package dev.seatport.demo.rules.planted.house.domain;

public final class BadChangingValue {
    private int count;

    int next() {
        return count++;
    }
}
