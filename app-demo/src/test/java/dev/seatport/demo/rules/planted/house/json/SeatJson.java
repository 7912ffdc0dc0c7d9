package dev.seatport.demo.rules.planted.house.json;

import dev.seatport.demo.rules.planted.house.domain.SeatId;

public final class SeatJson {
    public String text(SeatId id) {
        return '"' + id.toString() + '"';
    }
}
