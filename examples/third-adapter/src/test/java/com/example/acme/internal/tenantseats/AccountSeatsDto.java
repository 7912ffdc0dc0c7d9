package com.example.acme.internal.tenantseats;

import java.util.List;
import org.jspecify.annotations.Nullable;

// begin: seat-dtos
/** What {@code GET /v1/accounts/{id}} says of seats. Counts are wrappers: a primitive would turn a missing one into 0. */
record AccountSeatsDto(@Nullable List<TenantDto> tenants) {

    /** A tenant of the account. */
    record TenantDto(
            @Nullable String id,
            @Nullable String name,
            @Nullable String cloud,
            @Nullable Long used,
            @Nullable Long free) {}
}
// end: seat-dtos
