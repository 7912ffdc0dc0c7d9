package dev.seatport.testkit.rules.planted.acme.internal;

final class BadNanos {
    long now() {
        return System.nanoTime();
    }
}
