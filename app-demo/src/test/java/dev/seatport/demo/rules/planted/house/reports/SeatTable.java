package dev.seatport.demo.rules.planted.house.reports;

import dev.seatport.demo.rules.planted.house.domain.SeatId;

public final class SeatTable {
    public String row(SeatId id) {
        return id.toString();
    }
}
