package dev.seatport.demo.rules.planted.house.http;

import dev.seatport.demo.rules.planted.house.http.internal.Exchange;

public final class Client {
    public String get() {
        return new Exchange().run();
    }
}
