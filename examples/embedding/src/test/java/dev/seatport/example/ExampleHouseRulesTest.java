package dev.seatport.example;

import dev.seatport.hexagon.Hexagon;
import org.junit.jupiter.api.Test;

// begin: rules
class ExampleHouseRulesTest {
    @Test
    void serviceUsesNoInternalClassOfSeatport() {
        Hexagon.of("dev.seatport.example", "dev.seatport")
                .outermost("service", "..")
                .layer("seatport", "dev.seatport..")
                .check();
    }
}
// end: rules
