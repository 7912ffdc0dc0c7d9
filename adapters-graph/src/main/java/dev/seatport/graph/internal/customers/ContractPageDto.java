package dev.seatport.graph.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response of {@code GET /v1.0/contracts}: one page, and the link to the next one. */
@JsonIgnoreProperties("@odata.context")
record ContractPageDto(
        @Nullable List<ContractDto> value,
        @JsonProperty("@odata.nextLink") @Nullable String nextLink) {

    /** Contract between the partner and a customer. A customer may have several, of different types. */
    @JsonIgnoreProperties({"@odata.type", "contractType", "deletedDateTime"})
    record ContractDto(
            @Nullable String id,
            @Nullable String customerId,
            @Nullable String defaultDomainName,
            @Nullable String displayName) {}
}
