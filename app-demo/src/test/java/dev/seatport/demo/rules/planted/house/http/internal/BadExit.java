package dev.seatport.demo.rules.planted.house.http.internal;

final class BadExit {
    void leave() {
        System.exit(1);
    }
}
