package dev.seatport.testkit.rules.planted.acme;

import dev.seatport.testkit.rules.planted.domain.SeatId;
import dev.seatport.testkit.rules.planted.domain.Seats;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class BadPortInTheDoor implements SeatPort {
    @Override
    public Seats seats(SeatId id) {
        return new Seats.Builder().id(id).build();
    }
}
