package dev.seatport.domain.observed;

import dev.seatport.domain.customer.Vendor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value came from.
 *
 * @param vendor who said it
 * @param operation which question it answers, in Seatport's name for it ({@code tenant-seats}, {@code licenses} ...)
 * @param at when the answer was read
 * @param correlationId the vendor's id of the exchange, for their support; {@code null} if the vendor gave none
 */
public record Provenance(
        Vendor vendor,
        String operation,
        Instant at,
        @Nullable String correlationId) {}
