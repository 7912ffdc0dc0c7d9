package dev.seatport.avepoint.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer of the older family, {@code /partner/customers}: its status is a word, and it has no tenants. */
@JsonIgnoreProperties("@odata.context")
record PartnerCustomerDto(
        @Nullable String id,
        @Nullable String organization,
        @Nullable String ownerEmail,
        @Nullable String jobStatus,
        @Nullable String countryOrRegion) {
    /**
     * The answer of {@code GET /partner/customers}: an OData collection, which may say that it goes on behind a link. Its
     * rows are gathered while they arrive, and not in {@code value}.
     */
    @JsonIgnoreProperties("@odata.context")
    record PartnerCustomerListDto(
            @Nullable List<PartnerCustomerDto> value,
            @JsonProperty("@odata.nextLink") @Nullable String nextLink) {}
}
