package dev.seatport.testkit.rules.planted.acme.internal;

import dev.seatport.testkit.rules.planted.ports.SeatPort;
import dev.seatport.testkit.rules.planted.testkit.FakeSeats;

final class BadAdapterKnowsTheTestkit {
    SeatPort fake() {
        return new FakeSeats();
    }
}
