package dev.seatport.testkit.rules.planted.testkit;

import dev.seatport.testkit.rules.planted.domain.SeatId;
import dev.seatport.testkit.rules.planted.domain.Seats;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class FakeSeats implements SeatPort {
    @Override
    public Seats seats(SeatId id) {
        return new Seats.Builder().id(id).build();
    }
}
