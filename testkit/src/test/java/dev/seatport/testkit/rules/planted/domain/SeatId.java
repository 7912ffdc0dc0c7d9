package dev.seatport.testkit.rules.planted.domain;

import dev.seatport.testkit.rules.planted.domain.internal.Spelling;

public record SeatId(String value) {
    public SeatId {
        Spelling.require(value);
    }
}
