package dev.seatport.demo.rules.planted.house.application;

import java.util.Locale;

final class BadLocale {
    Locale locale() {
        return Locale.getDefault();
    }
}
