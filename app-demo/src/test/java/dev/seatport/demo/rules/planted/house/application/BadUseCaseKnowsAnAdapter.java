package dev.seatport.demo.rules.planted.house.application;

import dev.seatport.demo.rules.planted.house.globex.Globex;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class BadUseCaseKnowsAnAdapter {
    SeatPort port() {
        return Globex.create();
    }
}
