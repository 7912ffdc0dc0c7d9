package dev.seatport.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.RateLimitUse;
import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.Routes.Match;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.sandbox.oauth.TokenServer.TenantConsent;
import dev.seatport.sandbox.oauth.TokenStore;
import dev.seatport.sandbox.oauth.TokenStore.IssuedToken;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Simulated Microsoft Graph. It checks in this order: bearer token, path and method, query options, permission. The token selects the
 * tenant. Every response has a {@code request-id}. Thread-safe.
 */
public final class GraphSandboxApi implements SimulatedVendorServer {
    private static final String CONTRACTS = "/v1.0/contracts";
    private static final String SUBSCRIBED_SKUS = "/v1.0/subscribedSkus";
    private static final String SUBSCRIPTIONS = "/v1.0/directory/subscriptions";
    private static final String FILTER = "$filter";
    private static final String SELECT = "$select";
    private static final Pattern CUSTOMER_FILTER = Pattern.compile("customerId eq ([0-9a-fA-F-]{36})");
    private static final String REQUEST_ID = "request-id";
    /** Resource units of one request. Those of subscriptions are not documented. */
    private static final int CONTRACT_UNITS = 3;

    private static final int SKU_UNITS = 3;
    private static final int SUBSCRIPTION_UNITS = 1;
    /** A smaller used share of a limit is not reported. */
    private static final double REPORTED_LIMIT_SHARE = 0.8;

    /** Documented operation. {@code queryOptions} are the options that it accepts. */
    private record Operation(Set<String> queryOptions, Handler handler) {}

    /** Handles an authorised request for a tenant. */
    private interface Handler {
        SandboxResponse handle(SandboxRequest request, String tenantId);
    }

    private final Routes<Operation> routes;
    private final Supplier<SimulatedFleet> fleet;
    private final String clientId;
    private final String partnerTenant;
    private final TokenStore tokens;
    private final Supplier<VendorQuirks> quirks;
    private final Supplier<String> baseUrl;

    /**
     * Creates an API that serves the current fleet to clients with a token from the store.
     *
     * @param clientId id of the client, named in throttling headers
     * @param partnerTenant the only tenant that has contracts
     * @param baseUrl URL of this API, for links
     */
    public GraphSandboxApi(
            Supplier<SimulatedFleet> fleet,
            String clientId,
            String partnerTenant,
            TokenStore tokens,
            Supplier<VendorQuirks> quirks,
            Supplier<String> baseUrl) {
        this.fleet = fleet;
        this.clientId = clientId;
        this.partnerTenant = partnerTenant;
        this.tokens = tokens;
        this.quirks = quirks;
        this.baseUrl = baseUrl;
        Set<String> paged = Set.of(SELECT, ODataListing.TOP, ODataListing.SKIP_TOKEN);
        this.routes = Routes.<Operation>empty()
                .with(
                        "GET",
                        CONTRACTS,
                        new Operation(
                                Set.of(FILTER, SELECT, ODataListing.TOP, ODataListing.SKIP_TOKEN), this::contracts))
                .with("GET", SUBSCRIBED_SKUS, new Operation(Set.of(SELECT), this::subscribedSkus))
                .with("GET", SUBSCRIPTIONS, new Operation(paged, this::subscriptions));
    }

    /** Returns the relation of a tenant to the partner's app. */
    public TenantConsent consent(String tenantId) {
        if (tenantId.equalsIgnoreCase(partnerTenant)) {
            return TenantConsent.GRANTED;
        }
        SimulatedFleet current = fleet.get();
        if (current.byMicrosoftTenant(tenantId).isEmpty()) {
            return TenantConsent.UNKNOWN_TENANT;
        }
        return current.graphTenant(tenantId)
                        .filter(SimulatedGraphTenant::hasConsent)
                        .isPresent()
                ? TenantConsent.GRANTED
                : TenantConsent.MISSING;
    }

    /** Returns the number of the page that a query requests, from 1. */
    public static int page(Map<String, String> query) {
        return SkipToken.parse(query.get(ODataListing.SKIP_TOKEN))
                .map(SkipToken::page)
                .orElse(1);
    }

    @Override
    public SandboxResponse respond(SandboxRequest request) {
        Optional<IssuedToken> token = tokens.use(request.bearerToken());
        if (token.isEmpty()) {
            return errorResponse(401);
        }
        Match<Operation> match = routes.find(request);
        Operation operation = match.operation();
        if (operation == null) {
            return match.allowedMethods().isEmpty()
                    ? error(404, "ResourceNotFound", "The resource was not found.")
                    : error(405, "MethodNotAllowed", "The method is not allowed.")
                            .with("Allow", match.allowedMethods());
        }
        if (!operation.queryOptions().containsAll(request.query().keySet())) {
            return error(400, "Request_UnsupportedQuery", "A query option is not supported.");
        }
        return operation.handler().handle(request, String.join("", token.get().grants()));
    }

    @Override
    public SandboxResponse errorResponse(int status) {
        return switch (status) {
            case 401 ->
                error(status, "InvalidAuthenticationToken", "The access token is missing, unknown or expired.")
                        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case 403 -> denied();
            case 404 -> error(status, "Request_ResourceNotFound", "The resource does not exist.");
            case 429 -> error(status, "TooManyRequests", "Too many requests.");
            case 503 -> error(status, "ServiceUnavailable", "The service is unavailable.");
            default -> error(status, "UnknownError", "The request failed.");
        };
    }

    @Override
    public SandboxResponse withLimitHeaders(SandboxResponse response, RateLimitUse use) {
        boolean refused = response.status() == 429;
        if (!(refused || (response.isSuccess() && use.share() >= REPORTED_LIMIT_SHARE))) {
            return response;
        }
        SandboxResponse reported =
                response.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.2f", use.share()));
        return refused
                ? reported.with(
                                "x-ms-throttle-scope",
                                (use.ofOneCustomer() ? "Tenant_Application" : "Application") + "/Read/" + clientId)
                        .with("x-ms-throttle-information", "ResourceUnitLimitExceeded")
                : reported;
    }

    private SandboxResponse contracts(SandboxRequest request, String tenantId) {
        if (!tenantId.equalsIgnoreCase(partnerTenant)) {
            return denied();
        }
        String filter = request.query().get(FILTER);
        if (filter == null) {
            List<SimulatedCustomer> customers = fleet.get().customers();
            return contracts(request, customers.size(), position -> customers.get(position).graphTenants().stream());
        }
        Matcher customer = CUSTOMER_FILTER.matcher(filter);
        if (!customer.matches()) {
            return badRequest("The filter is not supported.");
        }
        String customerId = customer.group(1);
        return contracts(request, 1, only -> fleet.get().graphTenant(customerId).stream());
    }

    private SandboxResponse contracts(
            SandboxRequest request, int groups, IntFunction<Stream<SimulatedGraphTenant>> tenants) {
        return listing(
                request,
                CONTRACTS,
                "contracts",
                CONTRACT_UNITS,
                groups,
                group -> tenants.apply(group)
                        .flatMap(tenant ->
                                tenant.contractTypes().stream().map(type -> GraphRowJson.contract(tenant, type))));
    }

    /** The documents describe no pages of this resource, so it has none. */
    private SandboxResponse subscribedSkus(SandboxRequest request, String tenantId) {
        Optional<SimulatedGraphTenant> tenant = fleet.get().graphTenant(tenantId);
        if (isFormerTenant(tenant, tenantId)) {
            return denied();
        }
        ObjectNode body = SandboxJson.object();
        body.put("@odata.context", context("subscribedSkus"));
        ArrayNode value = body.putArray("value");
        boolean asStrings = quirks.get().has(Quirk.NUMBERS_AS_STRINGS);
        tenant.ifPresent(found -> found.licenses()
                .forEach(license ->
                        value.add(selected(request, GraphRowJson.subscribedSku(found, license, asStrings)))));
        return ok(body, SKU_UNITS);
    }

    /** A token outlives the customer, if the fleet moves to a day without it. */
    private boolean isFormerTenant(Optional<SimulatedGraphTenant> tenant, String tenantId) {
        return tenant.isEmpty() && !tenantId.equalsIgnoreCase(partnerTenant);
    }

    private SandboxResponse subscriptions(SandboxRequest request, String tenantId) {
        Optional<SimulatedGraphTenant> tenant = fleet.get().graphTenant(tenantId);
        if (isFormerTenant(tenant, tenantId)
                || (tenant.isPresent() && !tenant.get().permitsSubscriptions())) {
            return denied();
        }
        boolean asStrings = quirks.get().has(Quirk.NUMBERS_AS_STRINGS);
        return listing(
                request,
                SUBSCRIPTIONS,
                "subscriptions",
                SUBSCRIPTION_UNITS,
                1,
                only -> tenant.stream()
                        .flatMap(found -> found.licenses().stream())
                        .flatMap(license -> license.subscriptions().stream()
                                .map(subscription ->
                                        GraphRowJson.subscription(license, subscription, partnerTenant, asStrings))));
    }

    private SandboxResponse listing(
            SandboxRequest request,
            String path,
            String resource,
            int units,
            int groups,
            IntFunction<Stream<ObjectNode>> rows) {
        return new ODataListing(
                        baseUrl.get() + path,
                        context(resource),
                        groups,
                        group -> rows.apply(group)
                                .map(row -> selected(request, row))
                                .toList())
                .page(request, quirks.get())
                .map(body -> ok(body, units))
                .orElseGet(() -> badRequest("$top must be a whole number from 1. $skiptoken must come from a link."));
    }

    private static ObjectNode selected(SandboxRequest request, ObjectNode row) {
        String select = request.query().get(SELECT);
        return select == null ? row : row.retain(List.of(select.split(",", -1)));
    }

    private String context(String resource) {
        return baseUrl.get() + "/v1.0/$metadata#" + resource;
    }

    private static SandboxResponse ok(ObjectNode body, int resourceUnits) {
        return SandboxResponse.json(200, body)
                .with("x-ms-resource-unit", String.valueOf(resourceUnits))
                .with(REQUEST_ID, UUID.randomUUID().toString());
    }

    private SandboxResponse denied() {
        return error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    private SandboxResponse badRequest(String message) {
        return error(400, "Request_BadRequest", message);
    }

    private SandboxResponse error(int status, String code, String message) {
        String requestId = UUID.randomUUID().toString();
        ObjectNode body = SandboxJson.object();
        ObjectNode error = body.putObject("error").put("code", code).put("message", message);
        error.putObject("innerError")
                .put("date", tokens.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put(REQUEST_ID, requestId)
                .put("client-request-id", requestId);
        return SandboxResponse.json(status, body).with(REQUEST_ID, requestId);
    }
}
