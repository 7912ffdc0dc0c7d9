package dev.seatport.sandbox.avepoint;

import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.Routes.Match;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
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
 * AvePoint's Elements API. It checks, in this order: the bearer, the path and method, the scope, the input. Every response carries
 * a {@code request-id}. Thread-safe.
 */
public final class AvePointSandboxApi implements Endpoint {
    private static final String READ_LICENSES = "elements.license.read.all";
    private static final String READ_CUSTOMERS = "elements.customers.read.all";
    private static final String READ_PARTNER_CUSTOMERS = "partner.customers.read.all";
    private static final String GENERAL = "/partner/external/v3/general/customers";

    /** The scopes that the documents name. */
    public static final Set<String> SCOPES = Set.of(READ_LICENSES, READ_CUSTOMERS, READ_PARTNER_CUSTOMERS);

    /** A documented operation: the permission that its document asks for, and its handler. */
    private record Operation(String scope, Handler handler) {}

    /** Answers an authorised request; {@code path} holds the variable segments of the path. */
    private interface Handler {
        SandboxResponse answer(SandboxRequest request, List<String> path);
    }

    private final Routes<Operation> routes;
    private final TokenStore tokens;
    private final AtomicLong requests = new AtomicLong();

    /** An API that reports the fleet to holders of tokens from the store. */
    public AvePointSandboxApi(SimulatedFleet simulatedFleet, TokenStore tokens, Supplier<VendorQuirks> quirks) {
        this.tokens = tokens;
        CustomersHandler customers = new CustomersHandler(simulatedFleet, quirks);
        SeatsHandler seats = new SeatsHandler(simulatedFleet, quirks);
        this.routes = Routes.<Operation>none()
                .and(
                        "POST",
                        GENERAL + "/{customerId}/3rd-party-products/type/{type}/tenants/batch",
                        new Operation(READ_LICENSES, seats::ofTenants))
                .and(
                        "GET",
                        GENERAL + "/{customerId}/avpt-products/type/{productType}/overview",
                        new Operation(READ_LICENSES, (request, path) -> seats.ofProduct(path.get(0), path.get(1))))
                .and(
                        "POST",
                        GENERAL + "/batch",
                        new Operation(READ_CUSTOMERS, (request, path) -> customers.batch(request)))
                .and(
                        "GET",
                        "/partner/customers",
                        new Operation(READ_PARTNER_CUSTOMERS, (request, path) -> customers.list()))
                .and(
                        "GET",
                        "/partner/customers/{id}",
                        new Operation(READ_PARTNER_CUSTOMERS, (request, path) -> customers.one(path.get(0))));
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        return withId(checked(request));
    }

    @Override
    public SandboxResponse failure(int status) {
        return withId(ErrorResponses.of(status));
    }

    private SandboxResponse withId(SandboxResponse response) {
        return response.with("request-id", "rq-" + requests.incrementAndGet());
    }

    private SandboxResponse checked(SandboxRequest request) {
        Optional<IssuedToken> token = tokens.use(request.bearer());
        if (token.isEmpty()) {
            return ErrorResponses.of(401);
        }
        Match<Operation> match = routes.find(request);
        Operation operation = match.operation();
        if (operation == null) {
            return match.allowedMethods().isEmpty()
                    ? SandboxResponse.plain(404, "Not Found")
                    : SandboxResponse.plain(405, "Method Not Allowed").with("Allow", match.allowedMethods());
        }
        if (!token.get().scopes().contains(operation.scope())) {
            return ErrorResponses.forbidden(operation.scope());
        }
        try {
            return operation.handler().answer(request, match.variables());
        } catch (BadRequestException badRequest) {
            return ErrorResponses.badRequest(String.valueOf(badRequest.getMessage()));
        }
    }
}
