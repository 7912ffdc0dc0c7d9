package dev.seatport.sandbox.avepoint;

import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.Routes.Match;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.oauth.TokenStore;
import dev.seatport.sandbox.oauth.TokenStore.IssuedToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Simulated AvePoint Elements API. It checks in this order: bearer token, path and method, scope, input. Every response has a {@code
 * request-id}. Thread-safe.
 */
public final class AvePointSandboxApi implements SimulatedVendorServer {
    private static final String READ_LICENSES = "elements.license.read.all";
    private static final String READ_CUSTOMERS = "elements.customers.read.all";
    private static final String READ_PARTNER_CUSTOMERS = "partner.customers.read.all";
    private static final String GENERAL = "/partner/external/v3/general/customers";

    /** Scopes named in the documents. */
    public static final Set<String> SCOPES = Set.of(READ_LICENSES, READ_CUSTOMERS, READ_PARTNER_CUSTOMERS);

    /** Documented operation: required scope and handler. */
    private record Operation(String scope, Handler handler) {}

    /** Handles an authorised request. {@code path} holds the variable segments of the path. */
    private interface Handler {
        SandboxResponse handle(SandboxRequest request, List<String> path);
    }

    private final Routes<Operation> routes;
    private final TokenStore tokens;
    private final AtomicLong requests = new AtomicLong();

    /** Creates an API that serves the current fleet to clients with a token from the store. */
    public AvePointSandboxApi(Supplier<SimulatedFleet> fleet, TokenStore tokens, Supplier<VendorQuirks> quirks) {
        this.tokens = tokens;
        CustomersHandler customers = new CustomersHandler(fleet, quirks);
        SeatsHandler seats = new SeatsHandler(fleet, quirks);
        this.routes = Routes.<Operation>empty()
                .with(
                        "POST",
                        GENERAL + "/{customerId}/3rd-party-products/type/{type}/tenants/batch",
                        new Operation(READ_LICENSES, seats::tenantSeats))
                .with(
                        "GET",
                        GENERAL + "/{customerId}/avpt-products/type/{productType}/overview",
                        new Operation(READ_LICENSES, (request, path) -> seats.productSeats(path.get(0), path.get(1))))
                .with(
                        "POST",
                        GENERAL + "/batch",
                        new Operation(READ_CUSTOMERS, (request, path) -> customers.batch(request)))
                .with(
                        "GET",
                        "/partner/customers",
                        new Operation(READ_PARTNER_CUSTOMERS, (request, path) -> customers.list()))
                .with(
                        "GET",
                        "/partner/customers/{id}",
                        new Operation(READ_PARTNER_CUSTOMERS, (request, path) -> customers.get(path.get(0))));
    }

    @Override
    public SandboxResponse respond(SandboxRequest request) {
        return withRequestId(handle(request));
    }

    @Override
    public SandboxResponse errorResponse(int status) {
        return withRequestId(AvePointErrorResponses.forStatus(status));
    }

    private SandboxResponse withRequestId(SandboxResponse response) {
        return response.with("request-id", "rq-" + requests.incrementAndGet());
    }

    private SandboxResponse handle(SandboxRequest request) {
        Optional<IssuedToken> token = tokens.use(request.bearerToken());
        if (token.isEmpty()) {
            return AvePointErrorResponses.forStatus(401);
        }
        Match<Operation> match = routes.find(request);
        Operation operation = match.operation();
        if (operation == null) {
            return match.allowedMethods().isEmpty()
                    ? SandboxResponse.plainText(404, "Not Found")
                    : SandboxResponse.plainText(405, "Method Not Allowed").with("Allow", match.allowedMethods());
        }
        if (!token.get().grants().contains(operation.scope())) {
            return AvePointErrorResponses.forbidden(operation.scope());
        }
        try {
            return operation.handler().handle(request, match.variables());
        } catch (BadRequestException badRequest) {
            return AvePointErrorResponses.badRequest(String.valueOf(badRequest.getMessage()));
        }
    }
}
