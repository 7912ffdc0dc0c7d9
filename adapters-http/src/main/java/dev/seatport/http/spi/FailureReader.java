package dev.seatport.http.spi;

/** Reads what a vendor's answer to a failed request says beside the HTTP status. There is one per vendor. */
@FunctionalInterface
public interface FailureReader {
    /** A reader for vendors whose error bodies are not documented. */
    static FailureReader none() {
        return (status, body) -> FailureDetails.NONE;
    }

    /**
     * Reads an answer that is not good.
     *
     * @param status the HTTP status, which may be 200 where the vendor declares failures in an {@link Envelope}
     * @param body the fields of the body; empty if it is no JSON object or larger than 64 KiB
     */
    FailureDetails read(int status, ErrorBody body);
}
