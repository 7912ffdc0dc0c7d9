package dev.seatport.c3.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A row of {@code activecustomers/details}: one customer in one Microsoft tenant. Billing fields are left alone. */
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
        @JsonProperty("TenantId") @Nullable String tenantId,
        @JsonProperty("TenantName") @Nullable String tenantName,
        @JsonProperty("OnboardStatus") @Nullable String onboardStatus,
        @JsonProperty("DeletedOn") @Nullable String deletedOn,
        @JsonProperty("MarketCode") @Nullable String marketCode) {

    /** The same row with these words for its own. */
    ActiveCustomerDto with(@Nullable String statusWord, @Nullable String market) {
        return new ActiveCustomerDto(customerId, name, tenantId, tenantName, statusWord, deletedOn, market);
    }

    boolean deleted() {
        return deletedOn != null && !deletedOn.isBlank();
    }
}
