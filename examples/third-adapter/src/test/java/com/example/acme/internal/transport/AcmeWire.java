package com.example.acme.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.AnswerContext;
import dev.seatport.http.spi.FailureReader;
import org.jspecify.annotations.Nullable;

// begin: wire
/** What all of Acme's operations share. */
public final class AcmeWire {
    public static final Vendor VENDOR = new Vendor("acme");
    /** The response header with Acme's id of an exchange. */
    public static final String TRACE = "X-Acme-Trace";

    private AcmeWire() {}

    public static FailureReader failureReader() {
        return new AcmeFailureReader();
    }

    /**
     * A text that must be there.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank
     */
    public static String requireText(@Nullable String text, String path, AnswerContext answer) {
        if (text == null || text.isBlank()) {
            throw answer.malformed(path, "missing");
        }
        return text;
    }
}
// end: wire
