package dev.seatport.c3.internal.customers;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A row of {@code activecustomers/details}: one customer in one Microsoft tenant. Billing fields are left alone. */
record ActiveCustomerDto(
        @JsonProperty("CustomerID") @Nullable String customerId,
        @JsonProperty("Name") @Nullable String name,
        @JsonProperty("TenantId") @Nullable String tenantId,
        @JsonProperty("TenantName") @Nullable String tenantName,
        @JsonProperty("OnboardStatus") @Nullable String onboardStatus,
        @JsonProperty("DeletedOn") @Nullable String deletedOn,
        @JsonProperty("MarketCode") @Nullable String marketCode) {

    boolean deleted() {
        return deletedOn != null && !deletedOn.isBlank();
    }
}
