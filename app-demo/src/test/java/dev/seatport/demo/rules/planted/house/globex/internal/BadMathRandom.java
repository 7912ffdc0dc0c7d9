package dev.seatport.demo.rules.planted.house.globex.internal;

final class BadMathRandom {
    double chance() {
        return Math.random();
    }
}
