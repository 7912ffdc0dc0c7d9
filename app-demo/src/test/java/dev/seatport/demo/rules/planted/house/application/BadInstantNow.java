package dev.seatport.demo.rules.planted.house.application;

import java.time.Instant;

final class BadInstantNow {
    Instant now() {
        return Instant.now();
    }
}
