package dev.seatport.testkit.rules.planted.globex.internal;

import dev.seatport.testkit.rules.planted.domain.SeatId;
import dev.seatport.testkit.rules.planted.domain.Seats;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class GlobexSeats implements SeatPort {
    @Override
    public Seats seats(SeatId id) {
        return new Seats.Builder().id(id).build();
    }
}
