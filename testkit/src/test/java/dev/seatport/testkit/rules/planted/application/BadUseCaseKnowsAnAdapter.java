package dev.seatport.testkit.rules.planted.application;

import dev.seatport.testkit.rules.planted.globex.Globex;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class BadUseCaseKnowsAnAdapter {
    SeatPort port() {
        return Globex.create();
    }
}
