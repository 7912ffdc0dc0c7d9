package dev.seatport.graph.internal.licenses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response of {@code GET /v1.0/directory/subscriptions}: one page, and the link to the next one. */
@JsonIgnoreProperties("@odata.context")
record SubscriptionPageDto(
        @Nullable List<SubscriptionDto> value,
        @JsonProperty("@odata.nextLink") @Nullable String nextLink) {

    /**
     * Commercial subscription of the tenant. Its owner is the tenant of the partner that sold it, and {@code null} if none did. So a
     * missing owner must differ from a {@code null} one.
     */
    @JsonIgnoreProperties({"@odata.type", "createdDateTime", "ownerId", "ownerType", "serviceStatus"})
    record SubscriptionDto(
            @Nullable String id,
            @Nullable String commerceSubscriptionId,
            @Nullable JsonNode ownerTenantId,
            @Nullable String skuId,
            @Nullable String skuPartNumber,
            @Nullable String status,
            @Nullable Boolean isTrial,
            @Nullable Long totalLicenses,
            @Nullable String nextLifecycleDateTime) {}
}
