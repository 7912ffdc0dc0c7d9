package com.example.acme.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ResponseContext;
import org.jspecify.annotations.Nullable;

// begin: wire
/** What all of Acme's operations share. */
public final class AcmeProtocol {
    public static final Vendor VENDOR = new Vendor("acme");
    /** The response header with Acme's id of an exchange. */
    public static final String TRACE = "X-Acme-Trace";

    private AcmeProtocol() {}

    public static ErrorBodyParser errorBodyParser() {
        return new AcmeErrorBodyParser();
    }

    /**
     * A text that must be there.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank
     */
    public static String requireText(@Nullable String text, String path, ResponseContext answer) {
        if (text == null || text.isBlank()) {
            throw answer.malformed(path, "missing");
        }
        return text;
    }
}
// end: wire
