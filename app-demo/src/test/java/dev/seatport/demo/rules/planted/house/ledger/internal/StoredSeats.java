package dev.seatport.demo.rules.planted.house.ledger.internal;

import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.domain.Seats;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class StoredSeats implements SeatPort {
    @Override
    public Seats seats(SeatId id) {
        throw new IllegalStateException("no seats of " + id);
    }
}
