package com.example.initech.internal.licenses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response of {@code GET /v1/licenses}: one page, and the link to the next one. */
record LicensePageDto(
        @Nullable List<LicenseDto> value, @Nullable String next) {

    /** License of the tenant. */
    record LicenseDto(
            @Nullable String sku,
            @Nullable String name,
            @Nullable Long bought,
            @Nullable Long used) {}
}
