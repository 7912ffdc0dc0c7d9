package dev.seatport.testkit.rules.planted.acme.internal;

final class BadMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
