package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.deviation.FaultState;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Json;
import dev.seatport.sandbox.fleet.Fleet;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The seats of tenants and of products: AvePoint Elements API, "Retrieve customer tenant user seats", "Get customer AvePoint user
 * seats".
 */
final class Seats {
    private static final Set<String> TENANT_KINDS = Set.of("0", "1", "2", "3");

    private final Fleet fleet;
    private final FaultState faults;

    Seats(Fleet fleet, FaultState faults) {
        this.fleet = fleet;
        this.faults = faults;
    }

    Answer ofTenants(Call call, String customerId, String type) {
        if (!TENANT_KINDS.contains(type)) {
            throw new BadInput("type must be 0, 1, 2 or 3.");
        }
        Page page = Page.of(call, faults.maxPageSize());
        Filter.checkAssignedStatus(call.body());
        Filter asked = Filter.read(call.body(), "tenantIds");
        Filter filter = faults.ignoresTenantFilter() ? Filter.none() : asked;
        Optional<SimulatedCustomer> customer = fleet.byAvePointId(customerId);
        if (customer.isEmpty()) {
            return Errors.notFound("There is no such customer.");
        }
        List<SimulatedTenant> tenants = customer.get().tenantsOfKind(Integer.parseInt(type)).stream()
                .filter(tenant -> filter.lets(tenant.id()))
                .toList();
        return tenantPage(page, tenants);
    }

    Answer ofProduct(String customerId, String type) {
        int product = productCode(type);
        Optional<SimulatedCustomer> customer = fleet.byAvePointId(customerId);
        if (customer.isEmpty()) {
            return Errors.notFound("There is no such customer.");
        }
        Long purchased = customer.get().purchasedByProduct().get(product);
        if (purchased == null) {
            return Errors.notFound("The customer does not have the product.");
        }
        boolean asStrings = faults.numbersAsStrings();
        ObjectNode body = Json.object();
        Json.putCount(body, "productType", (long) product, asStrings);
        Json.putCount(
                body, faults.olderProductField() ? "availableUserSeat" : "purchasedUserSeat", purchased, asStrings);
        return Answer.json(200, body);
    }

    private Answer tenantPage(Page page, List<SimulatedTenant> tenants) {
        ArrayNode rows = Json.array();
        boolean asStrings = faults.numbersAsStrings();
        page.of(tenants).forEach(tenant -> rows.add(row(tenant, asStrings)));
        if (faults.bareArrays()) {
            return Answer.json(200, rows);
        }
        ObjectNode body = Json.object();
        body.set("data", rows);
        page.describe(body.putObject("metadata"), tenants.size());
        return Answer.json(200, body);
    }

    private static ObjectNode row(SimulatedTenant tenant, boolean asStrings) {
        ObjectNode row = Json.object();
        row.put("type", tenant.kindCode());
        row.put("tenantId", tenant.id());
        row.put("tenantName", tenant.name());
        Json.putCount(row, "availableUserSeat", tenant.availableSeats(), asStrings);
        Json.putCount(row, "assignedUserSeat", tenant.assignedSeats(), asStrings);
        return row;
    }

    private static int productCode(String type) {
        try {
            return Integer.parseInt(type);
        } catch (NumberFormatException notANumber) {
            throw new BadInput("productType must be a number.");
        }
    }
}
