package dev.seatport.testkit.rules.planted.ports;

import dev.seatport.testkit.rules.planted.domain.SeatId;
import dev.seatport.testkit.rules.planted.domain.Seats;

public interface SeatPort {
    Seats seats(SeatId id);
}
