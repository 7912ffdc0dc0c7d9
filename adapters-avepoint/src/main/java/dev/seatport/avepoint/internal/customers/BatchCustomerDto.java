package dev.seatport.avepoint.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the customer batch: its status is a number (that may come as text), and it lists the tenants. */
@JsonIgnoreProperties("managementMode")
record BatchCustomerDto(
        @Nullable String id,
        @Nullable String organization,
        @Nullable String ownerEmail,
        @Nullable String jobStatus,
        @Nullable String countryOrRegion,
        @Nullable List<BatchTenantDto> tenants) {

    /** A tenant of a customer; of which kind is not said. */
    record BatchTenantDto(@Nullable String id, @Nullable String name) {}
}
