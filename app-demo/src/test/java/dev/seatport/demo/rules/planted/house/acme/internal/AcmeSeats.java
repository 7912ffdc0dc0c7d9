package dev.seatport.demo.rules.planted.house.acme.internal;

import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.domain.Seats;
import dev.seatport.demo.rules.planted.house.http.Client;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

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
