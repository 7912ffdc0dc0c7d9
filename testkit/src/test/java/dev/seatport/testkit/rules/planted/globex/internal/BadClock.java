package dev.seatport.testkit.rules.planted.globex.internal;

import java.time.Clock;

final class BadClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
