package dev.seatport.testkit.rules.planted.acme;

import dev.seatport.testkit.rules.planted.acme.internal.AcmeSeats;
import dev.seatport.testkit.rules.planted.http.Client;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class Acme {
    private Acme() {}

    public static SeatPort create(Client client) {
        return new AcmeSeats(client);
    }
}
