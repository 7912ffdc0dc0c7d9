package dev.seatport.demo.rules.planted.house.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class BadTodayInAZone {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
