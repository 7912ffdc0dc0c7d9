package dev.seatport.testkit.rules.planted.http.internal;

import dev.seatport.testkit.rules.planted.globex.Globex;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

final class BadPlumbingKnowsAVendor {
    SeatPort port() {
        return Globex.create();
    }
}
