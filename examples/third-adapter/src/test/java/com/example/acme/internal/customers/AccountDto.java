package com.example.acme.internal.customers;

import org.jspecify.annotations.Nullable;

// begin: dto
/** An account, as {@code GET /v1/accounts} lists it and {@code GET /v1/accounts/{id}} shows it. */
record AccountDto(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String state) {}
// end: dto
