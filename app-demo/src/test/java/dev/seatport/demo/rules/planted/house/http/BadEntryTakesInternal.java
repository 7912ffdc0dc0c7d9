package dev.seatport.demo.rules.planted.house.http;

import dev.seatport.demo.rules.planted.house.http.internal.Exchange;

public final class BadEntryTakesInternal {
    public static final class Options {
        public Options exchange(Exchange given) {
            return given.run().isEmpty() ? this : new Options();
        }
    }
}
