package dev.seatport.sandbox;

import dev.seatport.sandbox.avepoint.AvePointSandboxApi;
import dev.seatport.sandbox.c3.C3SandboxApi;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.FleetCalendar;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.graph.GraphSandboxApi;
import dev.seatport.sandbox.injection.ActiveFaultPlan;
import dev.seatport.sandbox.oauth.ClientAccount;
import dev.seatport.sandbox.oauth.TokenServer;
import dev.seatport.sandbox.oauth.TokenStore;
import dev.seatport.sandbox.wire.SocketFaultWriter;
import dev.seatport.sandbox.wire.SocketTrackingTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulates AvePoint Elements, C3, Microsoft Graph and their token servers on one loopback port, as the vendors' documents describe
 * them. Thread-safe.
 *
 * <p>All responses come from one {@link SimulatedFleet}, so tests can compare received rows with it. No request leaves the machine.
 *
 * <p>The first segment of the path selects the vendor or its token server.
 */
public final class Sandbox implements AutoCloseable {
    private final InstantSource time;
    private final @Nullable FleetCalendar calendar;
    private final ClientAccount avePointClient;
    private final ClientAccount c3Client;
    private final String c3Resource;
    private final ClientAccount graphClient;
    private final String graphPartnerTenant;
    private final TokenStore avePointTokens;
    private final TokenStore c3Tokens;
    private final TokenStore graphTokens;
    private final SandboxStateWaiter monitor = new SandboxStateWaiter();
    private final RequestLog log = new RequestLog(monitor::changed);
    private final StatisticsRecorder statistics = new StatisticsRecorder();
    private final LoopbackServer server;
    private final int port;
    private volatile SimulatedFleet fleet;
    private volatile ActiveFaultPlan plan;
    private volatile VendorQuirks quirks = VendorQuirks.none();

    private Sandbox(SandboxOptions options) {
        SecureRandom random = new SecureRandom();
        this.time = options.time();
        this.calendar = options.calendar();
        SimulatedFleet generated = SimulatedFleet.generate(options.customers(), options.seed(), options.tenants());
        this.fleet = calendar == null ? generated : generated.on(calendar, calendar.lastDay());
        this.avePointClient = ClientAccount.create(random);
        this.c3Client = ClientAccount.create(random);
        this.c3Resource = ClientAccount.guid(random);
        this.graphClient = ClientAccount.create(random);
        // Drawn from the seed, because the faults of a request depend on its tenant.
        this.graphPartnerTenant = ClientAccount.guid(new SplittableRandom(options.seed()));
        this.avePointTokens = new TokenStore(random, options.tokenLifetime(), time);
        this.c3Tokens = new TokenStore(random, options.tokenLifetime(), time);
        this.graphTokens = new TokenStore(random, options.tokenLifetime(), time);
        this.plan = new ActiveFaultPlan(FaultPlan.none(), time);
        GraphSandboxApi graph = new GraphSandboxApi(
                this::fleet, graphClient.id(), graphPartnerTenant, graphTokens, () -> quirks, this::graphBaseUrl);
        Map<String, SimulatedVendorServer> endpoints = Map.of(
                VendorPrefixRouter.AVEPOINT,
                new AvePointSandboxApi(this::fleet, avePointTokens, () -> quirks),
                VendorPrefixRouter.AVEPOINT_IDENTITY,
                TokenServer.avePoint(avePointClient, AvePointSandboxApi.SCOPES, avePointTokens),
                VendorPrefixRouter.C3,
                new C3SandboxApi(this::fleet, c3Tokens, () -> quirks),
                VendorPrefixRouter.C3_IDENTITY,
                TokenServer.c3(c3Client, c3Resource, c3Tokens),
                VendorPrefixRouter.GRAPH,
                graph,
                VendorPrefixRouter.GRAPH_IDENTITY,
                TokenServer.graph(graphClient, graph::consent, graphTokens));
        VendorPrefixRouter router = new VendorPrefixRouter(endpoints, graphTokens);
        SocketTrackingTransport sockets = new SocketTrackingTransport();
        this.server = new LoopbackServer(options.port(), sockets, monitor::changed, vertx -> {
            FaultyResponder responder = new FaultyResponder(statistics, time, new SocketFaultWriter(vertx, sockets));
            return new HttpServerRequestHandler(vertx, router, () -> plan, log, statistics, responder);
        });
        this.port = server.port();
    }

    /**
     * Starts a sandbox and waits until it listens. The sandbox owns threads and a port until {@link #close()}. Must not be called on an
     * event loop.
     *
     * @throws IllegalStateException with a message of one line if the port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** Returns the port at 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the base URL of AvePoint's API, without a trailing slash. */
    public String avePointBaseUrl() {
        return url(VendorPrefixRouter.AVEPOINT);
    }

    /** Returns the URL of AvePoint's token endpoint. */
    public String avePointTokenUrl() {
        return url(VendorPrefixRouter.AVEPOINT_IDENTITY) + "/connect/token";
    }

    /** Returns the only client id that AvePoint's token endpoint accepts. It is random for each sandbox. */
    public String avePointClientId() {
        return avePointClient.id();
    }

    /** Returns the secret of that client. It contains characters that a form must escape. */
    public String avePointClientSecret() {
        return avePointClient.secret();
    }

    /** Returns the base URL of C3's API, without a trailing slash. */
    public String c3BaseUrl() {
        return url(VendorPrefixRouter.C3);
    }

    /** Returns the URL of C3's token endpoint. */
    public String c3TokenUrl() {
        return url(VendorPrefixRouter.C3_IDENTITY) + "/oauth2/token";
    }

    /** Returns the only client id that C3's token endpoint accepts. It is random for each sandbox. */
    public String c3ClientId() {
        return c3Client.id();
    }

    /** Returns the secret of that client. It contains characters that a form must escape. */
    public String c3ClientSecret() {
        return c3Client.secret();
    }

    /** Returns the resource that a token request to C3 must name. */
    public String c3Resource() {
        return c3Resource;
    }

    /** Returns the base URL of Microsoft Graph, without a trailing slash and without a version. */
    public String graphBaseUrl() {
        return url(VendorPrefixRouter.GRAPH);
    }

    /** Returns the URL before the tenant of Graph's token endpoints, without a trailing slash. */
    public String graphLoginUrl() {
        return url(VendorPrefixRouter.GRAPH_IDENTITY);
    }

    /** Returns the id of the partner's own tenant, whose token permits to list the contracts. It depends on the seed only. */
    public String graphPartnerTenant() {
        return graphPartnerTenant;
    }

    /** Returns the only client id that Graph's token endpoints accept. It is random for each sandbox. */
    public String graphClientId() {
        return graphClient.id();
    }

    /** Returns the secret of that client. It contains characters that a form must escape. */
    public String graphClientSecret() {
        return graphClient.secret();
    }

    /** Returns the simulated customers, tenants, seats and licenses; with a calendar those of the current day. */
    public SimulatedFleet fleet() {
        return fleet;
    }

    /** Returns the current day; empty without a calendar. A new sandbox with a calendar is at its last day. */
    public Optional<LocalDate> day() {
        return fleet.day();
    }

    /**
     * Moves the fleet to a day of the calendar from the next request on, forwards or backwards. A response that is in progress keeps its
     * day, a listing of several pages does not. Tokens stay valid. Fault plan and quirks do not change.
     *
     * @throws IllegalStateException if the options have no calendar
     * @throws IllegalArgumentException if the calendar does not contain the day; the message names the allowed days
     */
    public Sandbox day(LocalDate value) {
        if (calendar == null) {
            throw new IllegalStateException(
                    "the sandbox has no calendar: set one with SandboxOptions.withCalendar before the start");
        }
        fleet = fleet.on(calendar, value);
        return this;
    }

    /** Returns the current quirks. A new sandbox has none. */
    public VendorQuirks quirks() {
        return quirks;
    }

    /** Replaces the quirks from the next request on. */
    public Sandbox quirks(VendorQuirks value) {
        quirks = value;
        return this;
    }

    /** Revokes every token that a token server issued so far. Requests with such a token get a 401 response. */
    public void expireTokens() {
        avePointTokens.revokeAll();
        c3Tokens.revokeAll();
        graphTokens.revokeAll();
    }

    /** Returns the current fault plan. A new sandbox has no faults. */
    public FaultPlan faults() {
        return plan.plan();
    }

    /**
     * Replaces the fault plan from the next request on. The plan starts anew, even if it equals the current one. {@link FaultPlan#none()}
     * ends all faults.
     */
    public Sandbox faults(FaultPlan value) {
        plan = new ActiveFaultPlan(value, time);
        return this;
    }

    /** Returns a snapshot of the counts of requests, responses and faults. */
    public RequestStatistics statistics() {
        return statistics.snapshot();
    }

    /** Resets all counts to zero. */
    public void resetStatistics() {
        statistics.clear();
    }

    /** Returns a snapshot of the requests in order of arrival. Requests that were too large are included. */
    public List<ReceivedRequest> requests() {
        return log.snapshot();
    }

    /** Clears the request log. Without it the log grows while the sandbox runs. */
    public void clearRequests() {
        log.clear();
    }

    /** Returns how many connections are open. */
    public int openConnections() {
        return server.openConnections();
    }

    /**
     * Waits until a condition on the requests or the connections holds. It is checked at once and after each change of either. Must not
     * be called on an event loop.
     *
     * @return whether the condition held before the timeout
     */
    public boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        return monitor.await(condition, timeout);
    }

    /**
     * Closes the port, the connections and the threads and waits for them. Further calls have no effect. Must not be called on an event
     * loop of the sandbox.
     */
    @Override
    public void close() {
        server.close();
    }

    /** Shows the port and no secret. */
    @Override
    public String toString() {
        return "Sandbox[" + LoopbackServer.HOST + ":" + port + "]";
    }

    private String url(String prefix) {
        return "http://" + LoopbackServer.HOST + ":" + port + "/" + prefix;
    }
}
