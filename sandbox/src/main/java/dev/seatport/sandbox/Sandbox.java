package dev.seatport.sandbox;

import dev.seatport.sandbox.avepoint.AvePointSandboxApi;
import dev.seatport.sandbox.c3.C3SandboxApi;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.injection.ActivePlan;
import dev.seatport.sandbox.oauth.ClientAccount;
import dev.seatport.sandbox.oauth.TokenServer;
import dev.seatport.sandbox.oauth.TokenStore;
import dev.seatport.sandbox.wire.SocketFaultWriter;
import dev.seatport.sandbox.wire.SocketTrackingTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * AvePoint Elements, C3 and their token servers on one loopback port, written from the vendors' documents. All answers come from one
 * {@link SimulatedFleet}, so what was read over HTTP can be compared with what is true. Nothing leaves the machine. Thread-safe.
 *
 * <p>The vendors are told apart by the first segment of the path; the token servers have one each.
 */
public final class Sandbox implements AutoCloseable {
    private final InstantSource time;
    private final SimulatedFleet simulatedFleet;
    private final ClientAccount avePoint;
    private final ClientAccount c3;
    private final String c3Resource;
    private final TokenStore avePointTokens;
    private final TokenStore c3Tokens;
    private final StateMonitor monitor = new StateMonitor();
    private final RequestLog log = new RequestLog(monitor::changed);
    private final StatisticsRecorder statistics = new StatisticsRecorder();
    private final LoopbackServer server;
    private final int port;
    private volatile ActivePlan plan;
    private volatile VendorQuirks quirks = VendorQuirks.none();

    private Sandbox(SandboxOptions options) {
        SecureRandom random = new SecureRandom();
        this.time = options.time();
        this.simulatedFleet = SimulatedFleet.generate(options.customers(), options.seed(), options.tenants());
        this.avePoint = ClientAccount.create(random);
        this.c3 = ClientAccount.create(random);
        this.c3Resource = ClientAccount.guid(random);
        this.avePointTokens = new TokenStore(random, options.tokenLifetime(), time);
        this.c3Tokens = new TokenStore(random, options.tokenLifetime(), time);
        this.plan = new ActivePlan(FaultPlan.none(), time);
        VendorRouter router = new VendorRouter(Map.of(
                VendorRouter.AVEPOINT,
                new AvePointSandboxApi(simulatedFleet, avePointTokens, () -> quirks),
                VendorRouter.AVEPOINT_IDENTITY,
                TokenServer.avePoint(avePoint, AvePointSandboxApi.SCOPES, avePointTokens),
                VendorRouter.C3,
                new C3SandboxApi(simulatedFleet, c3Tokens, () -> quirks),
                VendorRouter.C3_IDENTITY,
                TokenServer.c3(c3, c3Resource, c3Tokens)));
        SocketTrackingTransport sockets = new SocketTrackingTransport();
        this.server = new LoopbackServer(options.port(), sockets, monitor::changed, vertx -> {
            FaultyResponder responder = new FaultyResponder(statistics, time, new SocketFaultWriter(vertx, sockets));
            return new RequestHandler(vertx, router, () -> plan, log, statistics, responder);
        });
        this.port = server.port();
    }

    /**
     * Starts a sandbox and waits until it listens. It owns threads and a port until {@link #close()}. Not to be called on an event
     * loop.
     *
     * @throws IllegalStateException with one line when the port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** The port that it listens on, at 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where AvePoint's API is, without a slash at the end. */
    public String avePointBaseUrl() {
        return url(VendorRouter.AVEPOINT);
    }

    /** AvePoint's token endpoint. */
    public String avePointTokenUrl() {
        return url(VendorRouter.AVEPOINT_IDENTITY) + "/connect/token";
    }

    /** The only client id that AvePoint's token endpoint knows; another one in each sandbox. */
    public String avePointClientId() {
        return avePoint.id();
    }

    /** Its secret, with characters that a form must escape. */
    public String avePointClientSecret() {
        return avePoint.secret();
    }

    /** Where C3's API is, without a slash at the end. */
    public String c3BaseUrl() {
        return url(VendorRouter.C3);
    }

    /** The token endpoint in front of C3. */
    public String c3TokenUrl() {
        return url(VendorRouter.C3_IDENTITY) + "/oauth2/token";
    }

    /** The only client id that C3's token endpoint knows; another one in each sandbox. */
    public String c3ClientId() {
        return c3.id();
    }

    /** Its secret, with characters that a form must escape. */
    public String c3ClientSecret() {
        return c3.secret();
    }

    /** The resource that C3 hands out with the credentials and that a token must be asked for. */
    public String c3Resource() {
        return c3Resource;
    }

    /** The simulated truth. */
    public SimulatedFleet fleet() {
        return simulatedFleet;
    }

    /** How the vendors differ from their documents now; not at all at the start. */
    public VendorQuirks quirks() {
        return quirks;
    }

    /** From the next request on the vendors differ so from their documents, and no longer as before. */
    public Sandbox quirks(VendorQuirks value) {
        quirks = value;
        return this;
    }

    /** From now on every token issued so far, by either token server, is answered 401. */
    public void expireTokens() {
        avePointTokens.revokeAll();
        c3Tokens.revokeAll();
    }

    /** What goes wrong now; nothing until told. */
    public FaultPlan faults() {
        return plan.plan();
    }

    /**
     * From the next request on this goes wrong, and no longer what went wrong before. The plan begins anew, with its calls, chances and
     * limits, even when it is the same. {@link FaultPlan#none()} ends it.
     */
    public Sandbox faults(FaultPlan value) {
        plan = new ActivePlan(value, time);
        return this;
    }

    /** The counts of requests, responses and faults so far; a copy. */
    public RequestStatistics statistics() {
        return statistics.snapshot();
    }

    /** Starts the counts from zero. */
    public void resetStatistics() {
        statistics.clear();
    }

    /** The requests that arrived whole so far, or were refused for their size, in order of arrival; a copy. */
    public List<ReceivedRequest> requests() {
        return log.snapshot();
    }

    /** Empties the log of requests, which otherwise grows as long as the sandbox runs. */
    public void clearRequests() {
        log.clear();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return server.openConnections();
    }

    /**
     * Waits until something is true of the requests that arrived or of the connections. It is looked at now, whenever a request has
     * arrived, and whenever a connection has come or gone. Not to be called on an event loop.
     *
     * @return whether it was true in time
     */
    public boolean await(BooleanSupplier what, Duration patience) throws InterruptedException {
        return monitor.await(what, patience);
    }

    /**
     * Closes the port, the connections and the threads, and waits for them. A second call does nothing. Not to be called on an event
     * loop of the sandbox.
     */
    @Override
    public void close() {
        server.close();
    }

    /** Names the port, no secret. */
    @Override
    public String toString() {
        return "Sandbox[" + LoopbackServer.HOST + ":" + port + "]";
    }

    private String url(String prefix) {
        return "http://" + LoopbackServer.HOST + ":" + port + "/" + prefix;
    }
}
