package dev.seatport.graph.internal.licenses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.graph.internal.licenses.SkusQuery.LicenseRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response of {@code GET /v1.0/subscribedSkus}. Graph documents no further pages; a link to one is followed. */
@JsonIgnoreProperties("@odata.context")
record SkuPageDto(
        @Nullable List<SkuDto> value,
        @JsonProperty("@odata.nextLink") @Nullable String nextLink) {

    /**
     * SKU of the tenant. Its counts cover all partners.
     *
     * @param accountId the id of the tenant, by assumption
     * @param subscriptionIds a list of texts; another value is no reason to reject the row
     */
    @JsonIgnoreProperties({"@odata.type", "accountName", "capabilityStatus", "id", "servicePlans"})
    record SkuDto(
            @Nullable String accountId,
            @Nullable JsonNode subscriptionIds,
            @Nullable String skuId,
            @Nullable String skuPartNumber,
            @Nullable String appliesTo,
            @Nullable Long consumedUnits,
            @Nullable UnitsDto prepaidUnits)
            implements LicenseRow {}

    /** Licenses of a SKU by state. */
    record UnitsDto(
            @Nullable Long enabled,
            @Nullable Long warning,
            @Nullable Long suspended,
            @Nullable Long lockedOut) {}
}
