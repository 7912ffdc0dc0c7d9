package dev.seatport.demo.rules.planted.house.acme.internal;

final class BadMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
