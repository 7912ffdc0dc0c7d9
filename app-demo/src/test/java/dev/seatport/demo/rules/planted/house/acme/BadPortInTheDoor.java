package dev.seatport.demo.rules.planted.house.acme;

import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.domain.Seats;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class BadPortInTheDoor implements SeatPort {
    @Override
    public Seats seats(SeatId id) {
        return new Seats.Builder().id(id).build();
    }
}
