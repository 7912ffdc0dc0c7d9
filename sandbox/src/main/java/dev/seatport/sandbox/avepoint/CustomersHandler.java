package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Customer operations of both API versions: AvePoint Elements API, "Retrieve all customers", "Retrieve specific customers". The current
 * version sends the job status as a number, the older one as a word.
 */
final class CustomersHandler {
    private static final String CONTEXT = "https://graph.avepointonlineservices.com/partner/$metadata#Customers";
    /** Only {@code Working} is documented as a word. The other words are the documented meanings of the numbers. */
    private static final List<String> STATUS_WORDS = List.of(
            "N/A",
            "Working",
            "Failed",
            "Waiting for configuration",
            "Multiple issues found",
            "Finished with exception",
            "No backup updates");

    private final Supplier<SimulatedFleet> fleet;
    private final Supplier<VendorQuirks> quirks;

    CustomersHandler(Supplier<SimulatedFleet> fleet, Supplier<VendorQuirks> quirks) {
        this.fleet = fleet;
        this.quirks = quirks;
    }

    SandboxResponse batch(SandboxRequest request) {
        PageRequest page = PageRequest.of(request, quirks.get().maxPageSize());
        List<SimulatedCustomer> customers = customers(RequestBodyIdFilter.parse(request.body(), "customerIds"));
        ObjectNode body = SandboxJson.object();
        ArrayNode data = body.putArray("data");
        page.slice(customers).forEach(customer -> data.add(batchRow(customer)));
        page.writeMetadata(body.putObject("metadata"), customers.size());
        return SandboxResponse.json(200, body);
    }

    SandboxResponse list() {
        String head = "{\"@odata.context\":\"" + CONTEXT + "\",\"value\":[";
        return SandboxResponse.jsonRows(
                head,
                fleet.get().avePointCustomers().stream()
                        .map(CustomersHandler::entity)
                        .iterator(),
                "]}");
    }

    SandboxResponse get(String id) {
        Optional<SimulatedCustomer> customer = fleet.get().byAvePointId(id);
        if (customer.isEmpty()) {
            return AvePointErrorResponses.notFound("There is no such customer.");
        }
        ObjectNode body = SandboxJson.object();
        body.put("@odata.context", CONTEXT + "/$entity");
        body.setAll(entity(customer.get()));
        return SandboxResponse.json(200, body);
    }

    private List<SimulatedCustomer> customers(RequestBodyIdFilter filter) {
        SimulatedFleet current = fleet.get();
        if (filter.ids().isEmpty()) {
            return current.avePointCustomers();
        }
        return filter.ids().stream()
                .flatMap(id -> current.byAvePointId(id).stream())
                .sorted(Comparator.comparingInt(SimulatedCustomer::index))
                .toList();
    }

    private static ObjectNode entity(SimulatedCustomer customer) {
        return row(customer)
                .put("jobStatus", STATUS_WORDS.get(customer.jobStatusCode()))
                .put("countryOrRegion", customer.country());
    }

    private static ObjectNode batchRow(SimulatedCustomer customer) {
        ObjectNode row = row(customer)
                .put("jobStatus", customer.jobStatusCode())
                .put("countryOrRegion", customer.country())
                .put("managementMode", customer.managementMode());
        ArrayNode tenants = row.putArray("tenants");
        // The tenants of a row have no kind. The row lists Microsoft tenants only, because C3 has only these ids too.
        for (SimulatedTenant tenant : customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365)) {
            tenants.addObject().put("id", tenant.id()).put("name", tenant.name());
        }
        return row;
    }

    private static ObjectNode row(SimulatedCustomer customer) {
        return SandboxJson.object()
                .put("id", customer.avePointId())
                .put("organization", customer.organization())
                .put("ownerEmail", customer.ownerEmail());
    }
}
