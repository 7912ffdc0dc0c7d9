package dev.seatport.demo.rules.planted.house.sandbox;

import dev.seatport.demo.rules.planted.house.domain.SeatId;

final class BadSandboxKnowsTheDomain {
    Object seat() {
        return new SeatId("1");
    }
}
