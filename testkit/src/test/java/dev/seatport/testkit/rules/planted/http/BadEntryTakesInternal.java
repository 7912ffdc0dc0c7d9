package dev.seatport.testkit.rules.planted.http;

import dev.seatport.testkit.rules.planted.http.internal.Exchange;

public final class BadEntryTakesInternal {
    public static final class Options {
        public Options exchange(Exchange given) {
            return given.run().isEmpty() ? this : new Options();
        }
    }
}
