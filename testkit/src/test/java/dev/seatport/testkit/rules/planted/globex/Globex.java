package dev.seatport.testkit.rules.planted.globex;

import dev.seatport.testkit.rules.planted.globex.internal.GlobexSeats;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class Globex {
    private Globex() {}

    public static SeatPort create() {
        return new GlobexSeats();
    }
}
