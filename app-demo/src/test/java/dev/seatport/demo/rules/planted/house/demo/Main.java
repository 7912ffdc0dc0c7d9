package dev.seatport.demo.rules.planted.house.demo;

import dev.seatport.demo.rules.planted.house.acme.Acme;
import dev.seatport.demo.rules.planted.house.application.AddToReport;
import dev.seatport.demo.rules.planted.house.domain.SeatId;
import dev.seatport.demo.rules.planted.house.globex.Globex;
import dev.seatport.demo.rules.planted.house.http.Client;
import dev.seatport.demo.rules.planted.house.sandbox.PretendVendorDto;
import dev.seatport.demo.rules.planted.libs.wiring.Component;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

@Component
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void run() {
        System.out.println(
                new AddToReport(Acme.create(new Client()), InstantSource.system(), new Random(7)).add(new SeatId("1"))
                        + Globex.create()
                        + Instant.now()
                        + new PretendVendorDto());
    }
}
