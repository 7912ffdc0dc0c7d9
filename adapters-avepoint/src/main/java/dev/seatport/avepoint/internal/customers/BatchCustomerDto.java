package dev.seatport.avepoint.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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

        @JsonDeserialize(using = BatchTenantsDeserializer.class) @Nullable
        List<BatchTenantDto> tenants) {

    /** A tenant of a customer; of which kind is not said. Its id is {@code null} where it is absent, or no text. */
    record BatchTenantDto(@Nullable String id, @Nullable String name) {
        static final BatchTenantDto NOT_UNDERSTOOD = new BatchTenantDto(null, null);
    }
}
