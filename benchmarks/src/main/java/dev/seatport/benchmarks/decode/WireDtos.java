package dev.seatport.benchmarks.decode;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Responses as records, as a client with databind only would declare them. */
final class WireDtos {
    private WireDtos() {}

    record Page(List<Row> data, Metadata metadata) {}

    record Metadata(int pageIndex, int pageSize, @Nullable Long totalCount) {}

    record Row(
            int type,
            String tenantId,
            String tenantName,
            @Nullable Long availableUserSeat,
            @Nullable Long assignedUserSeat) {}

    record Report(
            @JsonProperty("OperationType") @Nullable String operationType,
            @JsonProperty("Status") String status,
            @JsonProperty("RequestCorrelationID") String correlationId,
            @JsonProperty("ErrorMessage") @Nullable String errorMessage,
            @JsonProperty("ErrorDetail") @Nullable String errorDetail,
            @JsonProperty("Data") List<License> data) {}

    record License(
            @JsonProperty("ActiveUnits") @Nullable Long activeUnits,
            @JsonProperty("AvailableUnits") @Nullable Long availableUnits,
            @JsonProperty("TotalUnits") @Nullable Long totalUnits,
            @JsonProperty("ProducName") String productName,
            @JsonProperty("ProductSkuId") String skuId,
            @JsonProperty("ConsumedUnits") @Nullable Long consumedUnits,
            @JsonProperty("SubcriptionNames") String subscriptionNames) {}
}
