package dev.seatport.demo.rules.planted.house.ports;

import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.domain.Seats;

public interface SeatPort {
    Seats seats(SeatId id);
}
