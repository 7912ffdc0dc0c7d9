package dev.seatport.demo.rules.planted.house.globex.internal;

import java.util.concurrent.ThreadLocalRandom;

final class BadThreadLocalRandom {
    int chance() {
        return ThreadLocalRandom.current().nextInt();
    }
}
