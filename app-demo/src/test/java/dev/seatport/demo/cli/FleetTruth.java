package dev.seatport.demo.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expected JSON of the sandbox's fleet. */
final class FleetTruth {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KINDS = List.of("MICROSOFT_365", "SALESFORCE", "GOOGLE", "DYNAMICS_365");
    private static final List<String> STATUSES = List.of(
            "NOT_AVAILABLE",
            "WORKING",
            "FAILED",
            "WAITING_FOR_CONFIGURATION",
            "MULTIPLE_ISSUES",
            "FINISHED_WITH_EXCEPTION",
            "NO_BACKUP_UPDATES");
    private static final List<String> STATUS_TEXTS = List.of(
            "N/A",
            "Working",
            "Failed",
            "Waiting for configuration",
            "Multiple issues found",
            "Finished with exception",
            "No backup updates");

    private FleetTruth() {}

    static ObjectNode avePointCustomer(SimulatedCustomer customer, boolean withTenants) {
        ObjectNode json = JSON.objectNode()
                .put("vendor", "avepoint")
                .put("id", customer.avePointId())
                .put("organization", customer.organization())
                .put("ownerEmail", customer.ownerEmail())
                .put("status", STATUSES.get(customer.jobStatusCode()))
                .put("statusText", STATUS_TEXTS.get(customer.jobStatusCode()))
                .put("country", customer.country());
        if (!withTenants) {
            return json.putNull("tenants");
        }
        ArrayNode tenants = json.putArray("tenants");
        customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365)
                .forEach(tenant -> tenants.addObject()
                        .put("id", tenant.id())
                        .put("name", tenant.name())
                        .put("deleted", false));
        return json;
    }

    static List<ObjectNode> c3Customers(SimulatedFleet simulatedFleet) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (SimulatedCustomer customer : simulatedFleet.customers()) {
            for (SimulatedC3Customer account : customer.accounts()) {
                ObjectNode json = byId.computeIfAbsent(account.c3CustomerId(), id -> c3Customer(account));
                json.withArray("tenants")
                        .addObject()
                        .put("id", account.tenantId())
                        .put("name", account.tenantName())
                        .put("deleted", account.deletedOn() != null);
            }
        }
        return List.copyOf(byId.values());
    }

    private static ObjectNode c3Customer(SimulatedC3Customer account) {
        ObjectNode json = JSON.objectNode()
                .put("vendor", "c3")
                .put("id", account.c3CustomerId())
                .put("organization", account.name())
                .putNull("ownerEmail")
                .put("status", "UNKNOWN")
                .put("statusText", account.onboardStatus())
                .put("country", account.marketCode());
        json.putArray("tenants");
        return json;
    }

    static ArrayNode tenantSeats(SimulatedCustomer customer, int kind) {
        ArrayNode rows = JSON.arrayNode();
        for (SimulatedTenant tenant : customer.tenantsOfKind(kind)) {
            rows.addObject()
                    .put("tenantId", tenant.id())
                    .put("tenantName", tenant.name())
                    .put("kind", KINDS.get(kind))
                    .put("assigned", tenant.assignedSeats())
                    .put("available", tenant.availableSeats());
        }
        return rows;
    }

    static ArrayNode licenses(SimulatedC3Customer account) {
        ArrayNode rows = JSON.arrayNode();
        account.licenses().forEach(license -> rows.add(license(license)));
        return rows;
    }

    private static ObjectNode license(SimulatedLicense license) {
        ObjectNode json = JSON.objectNode()
                .put("skuId", license.skuId())
                .put("productName", license.productName())
                .put("purchased", license.active())
                .put("assigned", license.consumed())
                .put("available", license.available())
                .put("tenantTotal", license.total());
        json.set("offers", offers(license.subscriptionNames()));
        return json;
    }

    private static ArrayNode offers(String names) {
        ArrayNode offers = JSON.arrayNode();
        for (String name : names.split(",", -1)) {
            ObjectNode offer = offers.addObject();
            String cycle = cycle(name);
            String bare = cycle == null ? name : name.substring(0, name.lastIndexOf('('));
            offer.put("name", bare.strip());
            offer.put("billingCycle", cycle == null ? "UNKNOWN" : cycle.toUpperCase(Locale.ROOT));
        }
        return offers;
    }

    private static @Nullable String cycle(String name) {
        return List.of("Monthly", "Annual").stream()
                .filter(known -> name.endsWith("(" + known + ")"))
                .findFirst()
                .orElse(null);
    }

    /** Returns the licenses that a review must show: those of the tenants at both vendors. Tenant ids are compared ignoring case. */
    static List<ObjectNode> joinedLicenses(SimulatedCustomer customer) {
        List<ObjectNode> joined = new ArrayList<>();
        for (SimulatedC3Customer account : customer.accounts()) {
            boolean known = customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                    .anyMatch(tenant -> tenant.id().equalsIgnoreCase(account.tenantId()));
            if (known) {
                account.licenses()
                        .forEach(license -> joined.add(license(license)
                                .put("customerId", account.c3CustomerId())
                                .put("tenantId", account.tenantId())));
            }
        }
        return joined;
    }
}
