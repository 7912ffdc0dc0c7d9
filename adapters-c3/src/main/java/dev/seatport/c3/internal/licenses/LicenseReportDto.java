package dev.seatport.c3.internal.licenses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.http.spi.ResponseEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelope of the license consumption report. */
@JsonIgnoreProperties({"OperationType", "ErrorMessage", "ErrorDetail"})
record LicenseReportDto(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("RequestCorrelationID") @Nullable String correlationId,
        @JsonProperty("Data") @Nullable List<LicenseRowDto> data)
        implements ResponseEnvelope {
    @Override
    public boolean succeeded() {
        return C3ResponseConventions.succeeded(status);
    }

    /**
     * Row of "Get License Consumption Report". The document spells several keys in two ways, in its sample and in its explanation.
     * Each spelling is a separate component, so that the choice between two values does not depend on the order of the keys.
     *
     * <p>A component {@code explained...} has the spelling of the explanation. A component {@code correct...} has the correct
     * spelling. The document does not use that one, but the vendor may change to it.
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
            return firstNonBlank(producName, firstNonBlank(explainedProductName, correctProductName));
        }

        @Nullable
        String anySubscriptionNames() {
            return firstNonBlank(subcriptionNames, correctSubscriptionNames);
        }

        private static @Nullable String firstNonBlank(@Nullable String text, @Nullable String other) {
            if (text != null && !text.isBlank()) {
                return text;
            }
            return other == null || other.isBlank() ? null : other;
        }
    }
}
