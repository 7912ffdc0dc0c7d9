package dev.seatport.http.spi;

import org.jspecify.annotations.Nullable;

/** Response DTO of a vendor that declares success or failure in the body, independent of the HTTP status. */
public interface ResponseEnvelope {
    /** Returns whether the request succeeded. If not, the client passes the body to the vendor's {@link ErrorBodyParser}. */
    boolean succeeded();

    /** Returns the vendor's correlation id; {@code null} if the envelope has none. */
    @Nullable
    String correlationId();
}
