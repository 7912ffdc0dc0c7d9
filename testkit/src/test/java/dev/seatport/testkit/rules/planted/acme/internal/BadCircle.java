package dev.seatport.testkit.rules.planted.acme.internal;

import dev.seatport.testkit.rules.planted.acme.Acme;
import dev.seatport.testkit.rules.planted.http.Client;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

/** The door makes what is inside, and this makes the door. */
final class BadCircle {
    SeatPort seats(Client client) {
        return Acme.create(client);
    }
}
