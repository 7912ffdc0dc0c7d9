package dev.seatport.testkit.rules.planted.globex.internal;

final class BadMathRandom {
    double chance() {
        return Math.random();
    }
}
