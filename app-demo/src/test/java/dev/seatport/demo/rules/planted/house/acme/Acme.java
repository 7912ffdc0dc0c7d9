package dev.seatport.demo.rules.planted.house.acme;

import dev.seatport.demo.rules.planted.house.acme.internal.AcmeSeats;
import dev.seatport.demo.rules.planted.house.http.Client;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

public final class Acme {
    private Acme() {}

    public static SeatPort create(Client client) {
        return new AcmeSeats(client);
    }
}
