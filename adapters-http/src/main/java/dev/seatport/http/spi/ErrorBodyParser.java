package dev.seatport.http.spi;

/** Reads what a vendor's answer to a failed request says beside the HTTP status. There is one per vendor. */
@FunctionalInterface
public interface ErrorBodyParser {
    /** A reader for vendors whose error bodies are not documented. */
    static ErrorBodyParser none() {
        return (status, body) -> ErrorDetails.NONE;
    }

    /**
     * Reads an answer that is not good.
     *
     * @param status the HTTP status, which may be 200 where the vendor declares failures in an {@link ResponseEnvelope}
     * @param body the fields of the body; empty if it is no JSON object or larger than 64 KiB
     */
    ErrorDetails parse(int status, ErrorBody body);
}
