package dev.seatport.testkit.rules.planted.globex.internal;

import java.util.Random;

final class BadRandomWithoutSeed {
    Random chance() {
        return new Random();
    }
}
