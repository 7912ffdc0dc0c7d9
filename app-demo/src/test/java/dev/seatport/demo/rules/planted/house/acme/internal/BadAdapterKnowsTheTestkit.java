package dev.seatport.demo.rules.planted.house.acme.internal;

import dev.seatport.demo.rules.planted.house.ports.SeatPort;
import dev.seatport.demo.rules.planted.house.testkit.FakeSeats;

final class BadAdapterKnowsTheTestkit {
    SeatPort fake() {
        return new FakeSeats();
    }
}
