package dev.seatport.sandbox.c3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedLicense;

/** Rows of C3 with the keys of the documents' samples. */
final class RowJson {
    /** Keys that C3's sample and the explanation below it spell differently. Both contain misspellings. */
    record KeySpelling(
            String availableUnits, String totalUnits, String productName, String attribute, String attributeKey) {
        static final KeySpelling SAMPLE =
                new KeySpelling("AvailableUnits", "TotalUnits", "ProducName", "Atribute", "AtributeKey");

        static final KeySpelling EXPLANATION =
                new KeySpelling("AvaiableUnits", "Totalunits", "Productname", "Attribute", "AttributeKey");
    }

    private RowJson() {}

    static ObjectNode customer(SimulatedC3Customer customer) {
        ObjectNode row = SandboxJson.object();
        row.put("Name", customer.name());
        row.put("CustomerID", customer.c3CustomerId());
        row.put("TenantId", customer.tenantId());
        row.put("TenantName", customer.tenantName());
        row.put("DomainName", customer.domainName());
        row.put("Tags", customer.tags());
        row.put("CurrencyCode", customer.currencyCode());
        row.put("SignupDate", customer.signupDate());
        row.put("OnboardStatus", customer.onboardStatus());
        row.putNull("ResellerC3Id");
        row.put("PaymentMethod", "Manual");
        row.put("PlanName", customer.planName());
        row.put("AutoPay", customer.autoPay() ? "Yes" : "No");
        row.put("DeletedOn", customer.deletedOn());
        row.putNull("BillingReferenceId");
        row.put("MarketCode", customer.marketCode());
        return row;
    }

    static ObjectNode license(SimulatedLicense license, KeySpelling spelling, boolean asStrings) {
        ObjectNode row = SandboxJson.object();
        SandboxJson.putCount(row, "ActiveUnits", license.active(), asStrings);
        SandboxJson.putCount(row, spelling.availableUnits(), license.available(), asStrings);
        SandboxJson.putCount(row, spelling.totalUnits(), license.total(), asStrings);
        row.put(spelling.productName(), license.productName());
        row.put("ProductSkuId", license.skuId());
        SandboxJson.putCount(row, "ConsumedUnits", license.consumed(), asStrings);
        row.put("SubcriptionNames", license.subscriptionNames());
        return row;
    }

    static ObjectNode violation(
            String attribute, String key, String message, String text, String value, KeySpelling spelling) {
        ObjectNode row = SandboxJson.object();
        row.put(spelling.attribute(), attribute);
        row.put(spelling.attributeKey(), key);
        row.put("Message", message);
        row.put("DefaultMessage", text);
        row.put("Value", value);
        return row;
    }
}
