package dev.seatport.demo.rules.planted.house.application;

import java.time.Instant;
import java.util.function.Supplier;

final class BadNowAsReference {
    Supplier<Instant> now() {
        return Instant::now;
    }
}
