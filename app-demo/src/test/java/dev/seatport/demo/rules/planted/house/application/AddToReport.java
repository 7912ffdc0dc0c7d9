package dev.seatport.demo.rules.planted.house.application;

import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.domain.Seats;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;
import dev.seatport.demo.rules.planted.libs.reactive.Many;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** Named so that a careless search would find a Dto in it. */
public final class AddToReport {
    private final SeatPort port;
    private final InstantSource clock;
    private final RandomGenerator chance;

    public AddToReport(SeatPort port, InstantSource clock, RandomGenerator chance) {
        this.port = port;
        this.clock = clock;
        this.chance = chance;
    }

    Many<Seats> all() {
        return new Many<>() {};
    }

    public String add(SeatId id) {
        return port.seats(id).id() + " at " + clock.instant() + " by " + chance.nextInt() + " on "
                + LocalDate.now(Clock.fixed(clock.instant(), ZoneOffset.UTC));
    }
}
