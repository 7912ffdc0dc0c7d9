package dev.seatport.testkit.rules.planted.sandbox;

import dev.seatport.testkit.rules.planted.domain.SeatId;

final class BadSandboxKnowsTheDomain {
    Object seat() {
        return new SeatId("1");
    }
}
