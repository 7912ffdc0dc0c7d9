package dev.seatport.demo.rules.planted.house.acme.internal;

import dev.seatport.demo.rules.planted.house.acme.Acme;
import dev.seatport.demo.rules.planted.house.http.Client;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

/** The door makes what is inside, and this makes the door. */
final class BadCircle {
    SeatPort seats(Client client) {
        return Acme.create(client);
    }
}
