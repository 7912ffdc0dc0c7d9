package dev.seatport.benchmarks.decode;

import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Responses in the format of the vendors' documents and the sandbox: compact, with the fleet's names (some beyond ASCII), GUIDs and
 * counts. Rows with missing counts are left out, because they are rare schema drift.
 */
final class Payloads {
    private static final long SEED = 20_260_801;
    private static final SimulatedFleet FLEET = SimulatedFleet.generate(2_000, SEED);

    private Payloads() {}

    /** Returns a page of Microsoft 365 tenants. */
    static byte[] tenantPage(int rows) {
        JsonArray data = new JsonArray();
        customers()
                .flatMap(customer -> customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream())
                .filter(tenant -> tenant.assignedSeats() != null && tenant.availableSeats() != null)
                .limit(rows)
                .forEach(tenant -> data.add(new JsonObject()
                        .put("type", tenant.kindCode())
                        .put("tenantId", tenant.id())
                        .put("tenantName", tenant.name())
                        .put("availableUserSeat", tenant.availableSeats())
                        .put("assignedUserSeat", tenant.assignedSeats())));
        JsonObject metadata =
                new JsonObject().put("pageIndex", 1).put("pageSize", 100).put("totalCount", rows);
        return bytes(new JsonObject().put("data", data).put("metadata", metadata));
    }

    /** Returns a report with this number of SKUs. Each row has a new SKU id, because the fleet has few. */
    static byte[] licenseReport(int rows) {
        JsonArray data = new JsonArray();
        customers()
                .flatMap(customer -> customer.accounts().stream())
                .flatMap(account -> account.licenses().stream())
                .filter(Payloads::hasAllCounts)
                .limit(rows)
                .forEach(license -> data.add(new JsonObject()
                        .put("ActiveUnits", license.active())
                        .put("AvailableUnits", license.available())
                        .put("TotalUnits", license.total())
                        .put("ProducName", license.productName())
                        .put("ProductSkuId", new UUID(SEED, data.size()).toString())
                        .put("ConsumedUnits", license.consumed())
                        .put("SubcriptionNames", license.subscriptionNames())));
        return bytes(new JsonObject()
                .putNull("OperationType")
                .put("Status", "Success")
                .put("RequestCorrelationID", new UUID(SEED, -1).toString())
                .putNull("ErrorMessage")
                .putNull("ErrorDetail")
                .put("Data", data));
    }

    private static boolean hasAllCounts(SimulatedLicense license) {
        return license.active() != null
                && license.available() != null
                && license.total() != null
                && license.consumed() != null;
    }

    private static Stream<SimulatedCustomer> customers() {
        return FLEET.customers().stream();
    }

    private static byte[] bytes(JsonObject response) {
        return response.encode().getBytes(StandardCharsets.UTF_8);
    }
}
