package dev.seatport.http.spi;

import org.jspecify.annotations.Nullable;

/** Implemented by the DTO of an answer that says inside itself whether it is good, whatever the HTTP status says. */
public interface ResponseEnvelope {
    /** Whether the answer is what was asked for. If not, the vendor's {@link ErrorBodyParser} is asked what it is. */
    boolean succeeded();

    /** The vendor's id of the exchange, if the envelope carries one. */
    @Nullable
    String correlationId();
}
