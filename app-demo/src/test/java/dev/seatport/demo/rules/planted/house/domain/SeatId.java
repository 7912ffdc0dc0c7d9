package dev.seatport.demo.rules.planted.house.domain;

import dev.seatport.demo.rules.planted.house.domain.internal.Spelling;

public record SeatId(String value) {
    public SeatId {
        Spelling.require(value);
    }
}
