package dev.seatport.avepoint.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customer of the older API, {@code /partner/customers}. Its status is a text, and it has no tenants. */
@JsonIgnoreProperties("@odata.context")
record PartnerCustomerDto(
        @Nullable String id,
        @Nullable String organization,
        @Nullable String ownerEmail,
        @Nullable String jobStatus,
        @Nullable String countryOrRegion) {
    /**
     * Response of {@code GET /partner/customers}: an OData collection, possibly with a link to more rows. The rows are decoded
     * while they arrive, so {@code value} stays empty.
     */
    @JsonIgnoreProperties("@odata.context")
    record PartnerCustomerListDto(
            @Nullable List<PartnerCustomerDto> value,
            @JsonProperty("@odata.nextLink") @Nullable String nextLink) {}
}
