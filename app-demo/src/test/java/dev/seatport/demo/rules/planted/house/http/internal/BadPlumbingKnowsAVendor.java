package dev.seatport.demo.rules.planted.house.http.internal;

import dev.seatport.demo.rules.planted.house.globex.Globex;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

final class BadPlumbingKnowsAVendor {
    SeatPort port() {
        return Globex.create();
    }
}
