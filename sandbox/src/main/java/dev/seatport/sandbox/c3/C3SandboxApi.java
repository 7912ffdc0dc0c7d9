package dev.seatport.sandbox.c3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.seatport.sandbox.c3.RowJson.KeySpelling;
import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.Routes.Match;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.oauth.TokenStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Simulated C3 API. It checks in this order: bearer token, path and method, ids. Every response has the envelope. Thread-safe. */
public final class C3SandboxApi implements SimulatedVendorServer {
    private final Routes<Function<List<String>, SandboxResponse>> routes;
    private final Supplier<SimulatedFleet> fleet;
    private final TokenStore tokens;
    private final Supplier<VendorQuirks> quirks;
    private final EnvelopeJson envelopes = new EnvelopeJson();

    /** Creates an API that serves the current fleet to clients with a token from the store. */
    public C3SandboxApi(Supplier<SimulatedFleet> fleet, TokenStore tokens, Supplier<VendorQuirks> quirks) {
        this.fleet = fleet;
        this.tokens = tokens;
        this.quirks = quirks;
        this.routes = Routes.<Function<List<String>, SandboxResponse>>empty()
                .with("GET", "/api/activecustomers/details/", path -> activeCustomers())
                .with("GET", "/api/activecustomers/details", path -> activeCustomers())
                .with(
                        "GET",
                        "/api/licenseConsumptionReport/customer/{customerId}/tenant/{tenantId}",
                        path -> licenseConsumption(path.get(0), path.get(1)));
    }

    @Override
    public SandboxResponse respond(SandboxRequest request) {
        if (tokens.use(request.bearerToken()).isEmpty()) {
            return errorResponse(401);
        }
        Match<Function<List<String>, SandboxResponse>> match = routes.find(request);
        if (match.operation() != null) {
            return match.operation().apply(match.variables());
        }
        return match.allowedMethods().isEmpty()
                ? envelopes.error(404, "ERROR_DESC_NOT_FOUND")
                : envelopes.error(405, "ERROR_DESC_METHOD_NOT_ALLOWED").with("Allow", match.allowedMethods());
    }

    @Override
    public SandboxResponse errorResponse(int status) {
        SandboxResponse response = envelopes.error(status, "ERROR_DESC_" + status);
        return status == 401 ? response.with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : response;
    }

    private SandboxResponse activeCustomers() {
        return envelopes.success(fleet.get().customers().stream()
                .flatMap(customer -> customer.accounts().stream())
                .map(RowJson::customer)
                .iterator());
    }

    private SandboxResponse licenseConsumption(String customerId, String tenantId) {
        SimulatedFleet current = fleet.get();
        Optional<SimulatedC3Customer> account = current.account(customerId, tenantId);
        if (account.isEmpty()) {
            return badInput(current, customerId, tenantId);
        }
        ArrayNode rows = SandboxJson.array();
        KeySpelling spelling = spelling();
        boolean asStrings = quirks.get().has(Quirk.NUMBERS_AS_STRINGS);
        account.get().licenses().forEach(license -> rows.add(RowJson.license(license, spelling, asStrings)));
        return envelopes.success(rows);
    }

    private SandboxResponse badInput(SimulatedFleet current, String customerId, String tenantId) {
        ArrayNode violations = SandboxJson.array();
        boolean customerKnown = current.byC3Id(customerId).isPresent();
        if (!customerKnown) {
            violations.add(RowJson.violation(
                    "CustomerId",
                    "CUSTOMER_C3ID",
                    "INVALID_C3_CUSTOMER_ID",
                    "Invalid c3 Customer ID",
                    customerId,
                    spelling()));
        }
        // The customer exists but has no report, so the tenant belongs to another customer.
        if (customerKnown || !isKnownTenant(current, tenantId)) {
            violations.add(RowJson.violation(
                    "TenantId", "TENANT_ID", "INVALID_TENANT_ID", "Invalid tenant ID", tenantId, spelling()));
        }
        return envelopes.badInput(violations);
    }

    private static boolean isKnownTenant(SimulatedFleet current, String tenantId) {
        return current.byMicrosoftTenant(tenantId).stream()
                .flatMap(owner -> owner.accounts().stream())
                .anyMatch(account -> account.tenantId().equalsIgnoreCase(tenantId));
    }

    private KeySpelling spelling() {
        return quirks.get().has(Quirk.EXPLANATION_SPELLING) ? KeySpelling.EXPLANATION : KeySpelling.SAMPLE;
    }
}
