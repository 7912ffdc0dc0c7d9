package dev.seatport.http.internal.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A whole answer, not looked into yet.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body; empty if it was taken in pieces, or if the status is no success and it was too large to be of use
 */
public record RawAnswer(int status, MultiMap headers, Buffer body) {
    /** Whether the status is one of the 200s. */
    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** Headers and body may hold secrets: they are not printed. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length() + " bytes";
    }
}
