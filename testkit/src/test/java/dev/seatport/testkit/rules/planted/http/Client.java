package dev.seatport.testkit.rules.planted.http;

import dev.seatport.testkit.rules.planted.http.internal.Exchange;

public final class Client {
    public String get() {
        return new Exchange().run();
    }
}
