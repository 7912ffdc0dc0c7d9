package dev.seatport.testkit.rules.planted.acme.internal;

import dev.seatport.testkit.rules.planted.globex.Globex;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

final class BadAdapterKnowsAnother {
    SeatPort other() {
        return Globex.create();
    }
}
