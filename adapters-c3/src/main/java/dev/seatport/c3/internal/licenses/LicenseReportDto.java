package dev.seatport.c3.internal.licenses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seatport.c3.internal.transport.C3Protocol;
import dev.seatport.http.spi.ResponseEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of the license consumption report. */
@JsonIgnoreProperties({"OperationType", "ErrorMessage", "ErrorDetail"})
record LicenseReportDto(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("RequestCorrelationID") @Nullable String correlationId,
        @JsonProperty("Data") @Nullable List<LicenseRowDto> data)
        implements ResponseEnvelope {
    @Override
    public boolean succeeded() {
        return C3Protocol.succeeded(status);
    }

    /**
     * A row of "Get License Consumption Report". The document spells several keys in two ways, one in its sample and one in its
     * explanation; each spelling is a component of its own, so that a key that comes twice is not decided by chance.
     */
    record LicenseRowDto(
            @JsonProperty("ActiveUnits") @Nullable Long activeUnits,
            @JsonProperty("ConsumedUnits") @Nullable Long consumedUnits,
            @JsonProperty("AvailableUnits") @Nullable Long availableUnits,
            @JsonProperty("AvaiableUnits") @Nullable Long explainedAvailableUnits,
            @JsonProperty("TotalUnits") @Nullable Long totalUnits,
            @JsonProperty("Totalunits") @Nullable Long explainedTotalUnits,
            @JsonProperty("ProductSkuId") @Nullable String productSkuId,
            @JsonProperty("ProducName") @Nullable String producName,
            @JsonProperty("Productname") @Nullable String explainedProductName,
            @JsonProperty("ProductName") @Nullable String correctProductName,
            @JsonProperty("SubcriptionNames") @Nullable String subcriptionNames,
            @JsonProperty("SubscriptionNames") @Nullable String correctSubscriptionNames) {

        @Nullable
        Long anyAvailableUnits() {
            return availableUnits == null ? explainedAvailableUnits : availableUnits;
        }

        @Nullable
        Long anyTotalUnits() {
            return totalUnits == null ? explainedTotalUnits : totalUnits;
        }

        @Nullable
        String anyProductName() {
            return orElse(producName, orElse(explainedProductName, correctProductName));
        }

        @Nullable
        String anySubscriptionNames() {
            return orElse(subcriptionNames, correctSubscriptionNames);
        }

        private static @Nullable String orElse(@Nullable String text, @Nullable String other) {
            if (text != null && !text.isBlank()) {
                return text;
            }
            return other == null || other.isBlank() ? null : other;
        }
    }
}
