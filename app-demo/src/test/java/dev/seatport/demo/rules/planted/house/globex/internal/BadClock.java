package dev.seatport.demo.rules.planted.house.globex.internal;

import java.time.Clock;

final class BadClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
