package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Seat operations of tenants and products: AvePoint Elements API, "Retrieve customer tenant user seats", "Get customer AvePoint user
 * seats".
 */
final class SeatsHandler {
    private static final Set<String> TENANT_KINDS = Set.of("0", "1", "2", "3");

    private final Supplier<SimulatedFleet> fleet;
    private final Supplier<VendorQuirks> quirks;

    SeatsHandler(Supplier<SimulatedFleet> fleet, Supplier<VendorQuirks> quirks) {
        this.fleet = fleet;
        this.quirks = quirks;
    }

    SandboxResponse tenantSeats(SandboxRequest request, List<String> path) {
        String type = path.get(1);
        if (!TENANT_KINDS.contains(type)) {
            throw new BadRequestException("type must be 0, 1, 2 or 3.");
        }
        PageRequest page = PageRequest.of(request, quirks.get().maxPageSize());
        RequestBodyIdFilter.checkAssignedStatus(request.body());
        RequestBodyIdFilter requested = RequestBodyIdFilter.parse(request.body(), "tenantIds");
        RequestBodyIdFilter filter =
                quirks.get().has(Quirk.IGNORED_TENANT_FILTER) ? RequestBodyIdFilter.none() : requested;
        Optional<SimulatedCustomer> customer = fleet.get().byAvePointId(path.get(0));
        if (customer.isEmpty()) {
            return AvePointErrorResponses.notFound("There is no such customer.");
        }
        List<SimulatedTenant> tenants = customer.get().tenantsOfKind(Integer.parseInt(type)).stream()
                .filter(tenant -> filter.accepts(tenant.id()))
                .toList();
        return page(page, tenants);
    }

    SandboxResponse productSeats(String customerId, String type) {
        int product = productCode(type);
        Optional<SimulatedCustomer> customer = fleet.get().byAvePointId(customerId);
        if (customer.isEmpty()) {
            return AvePointErrorResponses.notFound("There is no such customer.");
        }
        Long purchased = customer.get().purchasedByProduct().get(product);
        if (purchased == null) {
            return AvePointErrorResponses.notFound("The customer does not have the product.");
        }
        boolean asStrings = quirks.get().has(Quirk.NUMBERS_AS_STRINGS);
        ObjectNode body = SandboxJson.object();
        SandboxJson.putCount(body, "productType", (long) product, asStrings);
        SandboxJson.putCount(
                body,
                quirks.get().has(Quirk.OLDER_PRODUCT_FIELD) ? "availableUserSeat" : "purchasedUserSeat",
                purchased,
                asStrings);
        return SandboxResponse.json(200, body);
    }

    private SandboxResponse page(PageRequest page, List<SimulatedTenant> tenants) {
        ArrayNode rows = SandboxJson.array();
        boolean asStrings = quirks.get().has(Quirk.NUMBERS_AS_STRINGS);
        page.slice(tenants).forEach(tenant -> rows.add(row(tenant, asStrings)));
        if (quirks.get().has(Quirk.BARE_ARRAYS)) {
            return SandboxResponse.json(200, rows);
        }
        ObjectNode body = SandboxJson.object();
        body.set("data", rows);
        page.writeMetadata(body.putObject("metadata"), tenants.size());
        return SandboxResponse.json(200, body);
    }

    private static ObjectNode row(SimulatedTenant tenant, boolean asStrings) {
        ObjectNode row = SandboxJson.object();
        row.put("type", tenant.kindCode());
        row.put("tenantId", tenant.id());
        row.put("tenantName", tenant.name());
        SandboxJson.putCount(row, "availableUserSeat", tenant.availableSeats(), asStrings);
        SandboxJson.putCount(row, "assignedUserSeat", tenant.assignedSeats(), asStrings);
        return row;
    }

    private static int productCode(String type) {
        try {
            return Integer.parseInt(type);
        } catch (NumberFormatException notANumber) {
            throw new BadRequestException("productType must be a number.");
        }
    }
}
