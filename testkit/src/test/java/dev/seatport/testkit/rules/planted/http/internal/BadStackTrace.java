package dev.seatport.testkit.rules.planted.http.internal;

final class BadStackTrace {
    @SuppressWarnings("PrintStackTrace")
    void print(RuntimeException problem) {
        problem.printStackTrace();
    }
}
