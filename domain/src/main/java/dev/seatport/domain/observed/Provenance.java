package dev.seatport.domain.observed;

import dev.seatport.domain.customer.Vendor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Origin of a value.
 *
 * @param vendor the vendor that sent the response
 * @param operation Seatport's name of the operation, such as {@code tenant-seats} or {@code licenses}
 * @param at the time at which the response was decoded
 * @param correlationId the vendor's id of the request, to quote to its support; {@code null} if the vendor sent none
 */
public record Provenance(
        Vendor vendor,
        String operation,
        Instant at,
        @Nullable String correlationId) {}
