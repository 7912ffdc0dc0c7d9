package dev.seatport.demo.rules.planted.house.http.internal;

final class BadStackTrace {
    @SuppressWarnings("PrintStackTrace")
    void print(RuntimeException problem) {
        problem.printStackTrace();
    }
}
