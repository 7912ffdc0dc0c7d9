package com.example.acme.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.FailureReader;
import java.util.List;
import java.util.Optional;
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
     * The rows of an answer whose member with that name must be a list.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing or {@code null}
     */
    public static <R> List<R> requireRows(@Nullable List<R> rows, String path, AnswerContext answer) {
        return Optional.ofNullable(rows).orElseThrow(() -> answer.malformed(path, "no list of rows"));
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
