package dev.seatport.http.spi;

/** Parses the bodies of a vendor's error responses. One per vendor. */
@FunctionalInterface
public interface ErrorBodyParser {
    /** Returns a parser for vendors that do not document their error bodies. */
    static ErrorBodyParser none() {
        return (status, body) -> ErrorDetails.NONE;
    }

    /**
     * Parses the body of an error response.
     *
     * @param status HTTP status; may be 200 for a vendor that declares failures in a {@link ResponseEnvelope}
     * @param body fields of the body; empty if it is no JSON object or exceeds 64 KiB
     */
    ErrorDetails parse(int status, ErrorBodyFields body);
}
