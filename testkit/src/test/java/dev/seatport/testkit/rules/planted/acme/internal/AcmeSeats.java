package dev.seatport.testkit.rules.planted.acme.internal;

import dev.seatport.testkit.rules.planted.domain.SeatId;
import dev.seatport.testkit.rules.planted.domain.Seats;
import dev.seatport.testkit.rules.planted.http.Client;
import dev.seatport.testkit.rules.planted.ports.SeatPort;

public final class AcmeSeats implements SeatPort {
    private final Client client;

    public AcmeSeats(Client client) {
        this.client = client;
    }

    @Override
    public Seats seats(SeatId id) {
        return new Seats.Builder()
                .id(new SeatId(new SeatDto(client.get()).value()))
                .build();
    }
}
