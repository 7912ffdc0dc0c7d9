package dev.seatport.testkit.rules.planted.application;

import java.time.Instant;

final class BadInstantNow {
    Instant now() {
        return Instant.now();
    }
}
