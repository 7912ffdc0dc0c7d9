package dev.seatport.demo.rules.planted.house.acme.internal;

import dev.seatport.demo.rules.planted.house.globex.Globex;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

final class BadAdapterKnowsAnother {
    SeatPort other() {
        return Globex.create();
    }
}
