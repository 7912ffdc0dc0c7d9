package dev.seatport.c3.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.http.spi.ResponseEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelope of {@code activecustomers/details}. The rows are decoded while they arrive, so {@code data} stays empty. */
@JsonIgnoreProperties({"OperationType", "ErrorMessage", "ErrorDetail"})
record ActiveCustomersDto(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("RequestCorrelationID") @Nullable String correlationId,
        @JsonProperty("Data") @Nullable List<ActiveCustomerDto> data)
        implements ResponseEnvelope {
    @Override
    public boolean succeeded() {
        return C3ResponseConventions.succeeded(status);
    }

    /**
     * Row of {@code activecustomers/details}: one customer in one Microsoft tenant, without the billing fields. Tenant and deletion
     * date accept any JSON, because one malformed row must not end the listing.
     */
    @JsonIgnoreProperties({
        "DomainName",
        "Tags",
        "CurrencyCode",
        "SignupDate",
        "ResellerC3Id",
        "PaymentMethod",
        "PlanName",
        "AutoPay",
        "BillingReferenceId"
    })
    record ActiveCustomerDto(
            @JsonProperty("CustomerID") @Nullable String customerId,
            @JsonProperty("Name") @Nullable String name,
            @JsonProperty("TenantId") @Nullable JsonNode tenantId,
            @JsonProperty("TenantName") @Nullable JsonNode tenantName,
            @JsonProperty("OnboardStatus") @Nullable String onboardStatus,
            @JsonProperty("DeletedOn") @Nullable JsonNode deletedOn,
            @JsonProperty("MarketCode") @Nullable String marketCode) {

        /** Returns a copy with another onboarding status and market code. */
        ActiveCustomerDto with(@Nullable String status, @Nullable String market) {
            return new ActiveCustomerDto(customerId, name, tenantId, tenantName, status, deletedOn, market);
        }

        /** Returns the text of a field, or {@code null} if the field is missing or not a string. */
        static @Nullable String text(@Nullable JsonNode field) {
            return field == null ? null : field.textValue();
        }
    }
}
