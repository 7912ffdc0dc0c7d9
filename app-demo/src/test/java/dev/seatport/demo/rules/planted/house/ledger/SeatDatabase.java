package dev.seatport.demo.rules.planted.house.ledger;

import dev.seatport.demo.rules.planted.house.ledger.internal.StoredSeats;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class SeatDatabase {
    private SeatDatabase() {}

    public static SeatPort open() {
        return new StoredSeats();
    }
}
