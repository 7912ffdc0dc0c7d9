package com.example.acme.internal.customers;

import org.jspecify.annotations.Nullable;

// begin: dto
/** Account in the responses of {@code GET /v1/accounts} and {@code GET /v1/accounts/{id}}. */
record AccountDto(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String state) {}
// end: dto
