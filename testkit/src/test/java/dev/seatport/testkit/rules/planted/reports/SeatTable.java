package dev.seatport.testkit.rules.planted.reports;

import dev.seatport.testkit.rules.planted.domain.SeatId;

public final class SeatTable {
    public String row(SeatId id) {
        return id.toString();
    }
}
