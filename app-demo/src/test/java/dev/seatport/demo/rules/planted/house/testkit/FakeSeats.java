package dev.seatport.demo.rules.planted.house.testkit;

import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.domain.Seats;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class FakeSeats implements SeatPort {
    @Override
    public Seats seats(SeatId id) {
        return new Seats.Builder().id(id).build();
    }
}
