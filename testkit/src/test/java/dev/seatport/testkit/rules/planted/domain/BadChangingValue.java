package dev.seatport.testkit.rules.planted.domain;

public final class BadChangingValue {
    private int count;

    int next() {
        return count++;
    }
}
