package dev.seatport.testkit.rules.planted.demo;

import dev.seatport.testkit.rules.planted.acme.Acme;
import dev.seatport.testkit.rules.planted.application.AddToReport;
import dev.seatport.testkit.rules.planted.domain.SeatId;
import dev.seatport.testkit.rules.planted.globex.Globex;
import dev.seatport.testkit.rules.planted.http.Client;
import dev.seatport.testkit.rules.planted.libs.wiring.Component;
import dev.seatport.testkit.rules.planted.sandbox.PretendVendorDto;
import java.time.Instant;

@Component
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void run() {
        System.out.println(new AddToReport(Acme.create(new Client())).add(new SeatId("1"))
                + Globex.create()
                + Instant.now()
                + new PretendVendorDto());
    }
}
