package com.example.acme.internal.tenantseats;

import java.util.List;
import org.jspecify.annotations.Nullable;

// begin: seat-dtos
/** Seats in the response of {@code GET /v1/accounts/{id}}. Counts are {@code Long}: a primitive turns a missing count into 0. */
record AccountSeatsDto(@Nullable List<TenantDto> tenants) {

    /** Tenant of the account, with its seats. */
    record TenantDto(
            @Nullable String id,
            @Nullable String name,
            @Nullable String cloud,
            @Nullable Long used,
            @Nullable Long free) {}
}
// end: seat-dtos
