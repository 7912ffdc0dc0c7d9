package dev.seatport.demo.rules.planted.house.globex.internal;

import java.util.Random;

final class BadRandomWithoutSeed {
    Random chance() {
        return new Random();
    }
}
