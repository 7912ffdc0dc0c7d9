package dev.seatport.c3.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.c3.internal.transport.C3Protocol;
import dev.seatport.http.spi.ResponseEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of {@code activecustomers/details}; its rows are gathered while they arrive, and not in {@code data}. */
@JsonIgnoreProperties({"OperationType", "ErrorMessage", "ErrorDetail"})
record ActiveCustomersDto(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("RequestCorrelationID") @Nullable String correlationId,
        @JsonProperty("Data") @Nullable List<ActiveCustomerDto> data)
        implements ResponseEnvelope {
    @Override
    public boolean succeeded() {
        return C3Protocol.succeeded(status);
    }

    /**
     * A row of {@code activecustomers/details}: one customer in one Microsoft tenant. Billing fields are left alone. What is about the
     * tenant, and the date of deletion, may be any JSON: an odd one must not end the listing of the other customers.
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

        /** The same row with these words for its own. */
        ActiveCustomerDto with(@Nullable String statusWord, @Nullable String market) {
            return new ActiveCustomerDto(customerId, name, tenantId, tenantName, statusWord, deletedOn, market);
        }

        /** The text of a field; {@code null} if it is absent, or no text. */
        static @Nullable String text(@Nullable JsonNode field) {
            return field == null ? null : field.textValue();
        }
    }
}
