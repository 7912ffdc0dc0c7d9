package com.example.initech.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.ErrorBodyParser;

/** Constants that all Initech operations share. */
public final class InitechProtocol {
    public static final Vendor VENDOR = new Vendor("initech");

    private InitechProtocol() {}

    public static ErrorBodyParser errorBodyParser() {
        return new InitechErrorBodyParser();
    }
}
