package dev.seatport.demo.rules.planted.house.http.internal;

final class BadPrinter {
    @SuppressWarnings("SystemOut")
    void print() {
        System.err.println("no");
    }
}
