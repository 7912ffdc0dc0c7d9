package dev.seatport.avepoint.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A customer of the older family, {@code /partner/customers}: its status is a word, and it has no tenants. */
@JsonIgnoreProperties("@odata.context")
record PartnerCustomerDto(
        @Nullable String id,
        @Nullable String organization,
        @Nullable String ownerEmail,
        @Nullable String jobStatus,
        @Nullable String countryOrRegion) {}
