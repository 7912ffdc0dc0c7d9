package com.example.initech.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.ErrorBodyParser;

/** Constants that all Initech operations share. */
public final class InitechResponseConventions {
    public static final Vendor VENDOR = new Vendor("initech");

    private InitechResponseConventions() {}

    public static ErrorBodyParser errorBodyParser() {
        return new InitechErrorBodyParser();
    }
}
