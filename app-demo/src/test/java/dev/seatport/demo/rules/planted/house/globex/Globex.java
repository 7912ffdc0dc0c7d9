package dev.seatport.demo.rules.planted.house.globex;

import dev.seatport.demo.rules.planted.house.globex.internal.GlobexSeats;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class Globex {
    private Globex() {}

    public static SeatPort create() {
        return new GlobexSeats();
    }
}
