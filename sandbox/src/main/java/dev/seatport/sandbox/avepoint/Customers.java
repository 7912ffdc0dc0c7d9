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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The customers, in the current family (job status a number) and the older one (job status a word): AvePoint Elements API, "Retrieve
 * all customers", "Retrieve specific customers".
 */
final class Customers {
    private static final String CONTEXT = "https://graph.avepointonlineservices.com/partner/$metadata#Customers";
    /** Only {@code Working} is documented as a word; the others are the numbers' meanings. */
    private static final List<String> STATUS_WORDS = List.of(
            "N/A",
            "Working",
            "Failed",
            "Waiting for configuration",
            "Multiple issues found",
            "Finished with exception",
            "No backup updates");

    private final Fleet fleet;
    private final FaultState faults;

    Customers(Fleet fleet, FaultState faults) {
        this.fleet = fleet;
        this.faults = faults;
    }

    Answer batch(Call call) {
        Page page = Page.of(call, faults.maxPageSize());
        List<SimulatedCustomer> customers = customers(Filter.read(call.body(), "customerIds"));
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        page.of(customers).forEach(customer -> data.add(batchRow(customer)));
        page.describe(body.putObject("metadata"), customers.size());
        return Answer.json(200, body);
    }

    Answer list() {
        String head = "{\"@odata.context\":\"" + CONTEXT + "\",\"value\":[";
        return Answer.jsonRows(
                head, fleet.customers().stream().map(this::entity).iterator(), "]}");
    }

    Answer one(String id) {
        Optional<SimulatedCustomer> customer = fleet.byAvePointId(id);
        if (customer.isEmpty()) {
            return Errors.notFound("There is no such customer.");
        }
        ObjectNode body = Json.object();
        body.put("@odata.context", CONTEXT + "/$entity");
        body.setAll(entity(customer.get()));
        return Answer.json(200, body);
    }

    private List<SimulatedCustomer> customers(Filter filter) {
        if (filter.letsAll()) {
            return fleet.customers();
        }
        return filter.ids().stream()
                .flatMap(id -> fleet.byAvePointId(id).stream())
                .sorted(Comparator.comparingInt(SimulatedCustomer::index))
                .toList();
    }

    private ObjectNode entity(SimulatedCustomer customer) {
        ObjectNode row = Json.object();
        row.put("id", customer.avePointId());
        row.put("organization", customer.organization());
        row.put("ownerEmail", customer.ownerEmail());
        row.put("jobStatus", STATUS_WORDS.get(customer.jobStatusCode()));
        row.put("countryOrRegion", customer.country());
        return row;
    }

    private static ObjectNode batchRow(SimulatedCustomer customer) {
        ObjectNode row = Json.object();
        row.put("id", customer.avePointId());
        row.put("organization", customer.organization());
        row.put("ownerEmail", customer.ownerEmail());
        row.put("jobStatus", customer.jobStatusCode());
        row.put("countryOrRegion", customer.country());
        row.put("managementMode", customer.managementMode());
        ArrayNode tenants = row.putArray("tenants");
        // A row's tenants carry no kind. Only Microsoft's are listed, since their ids are those that C3 shares.
        for (SimulatedTenant tenant : customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365)) {
            ObjectNode listed = tenants.addObject();
            listed.put("id", tenant.id());
            listed.put("name", tenant.name());
        }
        return row;
    }
}
