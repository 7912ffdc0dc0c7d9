package dev.seatport.testkit.rules.planted.json;

import dev.seatport.testkit.rules.planted.domain.SeatId;

public final class SeatJson {
    public String text(SeatId id) {
        return '"' + id.toString() + '"';
    }
}
