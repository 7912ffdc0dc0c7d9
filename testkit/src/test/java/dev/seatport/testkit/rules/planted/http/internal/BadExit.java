package dev.seatport.testkit.rules.planted.http.internal;

final class BadExit {
    void leave() {
        System.exit(1);
    }
}
