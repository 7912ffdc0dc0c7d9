package dev.seatport.testkit.rules.planted.http.internal;

final class BadPrinter {
    @SuppressWarnings("SystemOut")
    void print() {
        System.err.println("no");
    }
}
