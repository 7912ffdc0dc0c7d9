package dev.seatport.testkit.rules.planted.globex.internal;

import java.util.concurrent.ThreadLocalRandom;

final class BadThreadLocalRandom {
    int chance() {
        return ThreadLocalRandom.current().nextInt();
    }
}
