package com.example.acme.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ResponseContext;
import org.jspecify.annotations.Nullable;

// begin: wire
/** Constants and checks that all Acme operations share. */
public final class AcmeResponseConventions {
    public static final Vendor VENDOR = new Vendor("acme");
    /** Response header with Acme's correlation id. */
    public static final String TRACE_HEADER = "X-Acme-Trace";

    private AcmeResponseConventions() {}

    public static ErrorBodyParser errorBodyParser() {
        return new AcmeErrorBodyParser();
    }

    /**
     * Returns a required text.
     *
     * @param path JSON path of the text
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the text is missing, {@code null} or blank
     */
    public static String requireText(@Nullable String text, String path, ResponseContext context) {
        if (text == null || text.isBlank()) {
            throw context.malformed(path, "missing");
        }
        return text;
    }
}
// end: wire
