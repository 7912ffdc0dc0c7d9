package com.example.acme.internal.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

// begin: page
/** Response of {@code GET /v1/accounts}: one page. */
record AccountPageDto(
        @Nullable List<AccountDto> accounts, @Nullable Long total) {}
// end: page
