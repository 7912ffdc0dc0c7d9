package dev.seatport.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.fleet.SimulatedGraphLicense;
import dev.seatport.sandbox.fleet.SimulatedGraphSubscription;
import dev.seatport.sandbox.fleet.SimulatedGraphSubscription.Owner;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rows of Microsoft Graph with the properties of the documents. */
final class GraphRowJson {
    private static final String ENABLED = "Enabled";
    private static final String OTHER_PARTNERS_TENANT = "8f3de6b1-40a7-4c25-9e1b-d27c05f9a864";

    private GraphRowJson() {}

    static ObjectNode contract(SimulatedGraphTenant tenant, String contractType) {
        ObjectNode row = SandboxJson.object();
        row.put("id", guid(tenant.tenantId() + contractType));
        row.put("contractType", contractType);
        row.put("customerId", tenant.tenantId());
        row.put("defaultDomainName", tenant.defaultDomainName());
        row.put("displayName", tenant.displayName());
        return row;
    }

    static ObjectNode subscribedSku(SimulatedGraphTenant tenant, SimulatedGraphLicense license, boolean asStrings) {
        String domain = tenant.defaultDomainName();
        ObjectNode row = SandboxJson.object();
        row.put("accountName", domain.substring(0, domain.indexOf('.')));
        row.put("accountId", tenant.tenantId());
        row.put("appliesTo", license.assignable() ? "User" : "Company");
        row.put("capabilityStatus", capabilityStatus(license));
        SandboxJson.putCount(row, "consumedUnits", license.consumed(), asStrings);
        row.put("id", tenant.tenantId() + "_" + license.skuId());
        ObjectNode units = row.putObject("prepaidUnits");
        SandboxJson.putCount(units, "enabled", license.enabled(), asStrings);
        SandboxJson.putCount(units, "lockedOut", license.lockedOut(), asStrings);
        SandboxJson.putCount(units, "suspended", license.suspended(), asStrings);
        SandboxJson.putCount(units, "warning", license.warning(), asStrings);
        row.putArray("servicePlans")
                .addObject()
                .put("servicePlanId", guid(license.skuId()))
                .put("servicePlanName", license.partNumber() + "_PLAN")
                .put("provisioningStatus", "Success")
                .put("appliesTo", license.assignable() ? "User" : "Company");
        row.put("skuId", license.skuId());
        row.put("skuPartNumber", license.partNumber());
        ArrayNode ids = row.putArray("subscriptionIds");
        license.subscriptions().forEach(subscription -> ids.add(subscription.id()));
        return row;
    }

    static ObjectNode subscription(
            SimulatedGraphLicense license,
            SimulatedGraphSubscription subscription,
            String partnerTenant,
            boolean asStrings) {
        ObjectNode row = SandboxJson.object();
        row.put("id", subscription.id());
        row.put("commerceSubscriptionId", guid(subscription.id()));
        row.put("createdDateTime", "2024-01-10T09:12:31Z");
        row.put("isTrial", subscription.isTrial());
        row.put("nextLifecycleDateTime", subscription.nextLifecycleDateTime());
        row.putNull("ownerId");
        row.put(
                "ownerTenantId",
                switch (subscription.owner()) {
                    case PARTNER -> partnerTenant;
                    case OTHER_PARTNER -> OTHER_PARTNERS_TENANT;
                    case NO_PARTNER -> null;
                });
        row.put("ownerType", subscription.owner() == Owner.NO_PARTNER ? "User" : "Partner");
        row.putArray("serviceStatus");
        row.put("skuId", license.skuId());
        row.put("skuPartNumber", license.partNumber());
        row.put("status", subscription.status());
        SandboxJson.putCount(row, "totalLicenses", subscription.totalLicenses(), asStrings);
        return row;
    }

    private static String capabilityStatus(SimulatedGraphLicense license) {
        Long enabled = license.enabled();
        if (enabled == null || enabled > 0) {
            return ENABLED;
        }
        if (license.warning() > 0) {
            return "Warning";
        }
        return license.suspended() > 0 ? "Suspended" : "LockedOut";
    }

    private static String guid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
