package dev.seatport.sandbox;

import dev.seatport.sandbox.avepoint.AvePointApi;
import dev.seatport.sandbox.c3.C3Api;
import dev.seatport.sandbox.deviation.FaultState;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.Fleet;
import dev.seatport.sandbox.injection.Injector;
import dev.seatport.sandbox.oauth.AvePointTokenServer;
import dev.seatport.sandbox.oauth.C3TokenServer;
import dev.seatport.sandbox.oauth.ClientAccount;
import dev.seatport.sandbox.oauth.TokenLedger;
import dev.seatport.sandbox.wire.BrokenWriter;
import dev.seatport.sandbox.wire.SocketWatch;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * AvePoint Elements, C3 and their token servers on one loopback port, written from the vendors' documents. All answers come from one
 * {@link Fleet}, so what was read over HTTP can be compared with what is true. Nothing leaves the machine. Thread-safe.
 *
 * <p>The vendors are told apart by the first segment of the path; the token servers have one each.
 */
public final class Sandbox implements AutoCloseable {
    private final Accounts accounts;
    private final Fleet fleet;
    private final Switches switches;
    private final Happenings happenings = new Happenings();
    private final Books books = Books.empty(happenings::happened);
    private final Injector injector;
    private final LoopbackServer server;
    private final int port;

    private Sandbox(SandboxOptions options) {
        SecureRandom chance = new SecureRandom();
        TokenLedger avePointTokens = new TokenLedger(chance, options.tokenLifetime(), options.time());
        TokenLedger c3Tokens = new TokenLedger(chance, options.tokenLifetime(), options.time());
        FaultState faults = new FaultState();
        this.accounts = Accounts.open(chance);
        this.fleet = Fleet.generate(options.customers(), options.seed(), options.tenants());
        this.switches = new Switches(faults, () -> {
            avePointTokens.revokeAll();
            c3Tokens.revokeAll();
        });
        ClientAccount avePoint = accounts.avePoint();
        Doors doors = new Doors(Map.of(
                Doors.AVEPOINT, new AvePointApi(fleet, avePointTokens, faults),
                Doors.AVEPOINT_IDENTITY, new AvePointTokenServer(avePoint, AvePointApi.SCOPES, avePointTokens),
                Doors.C3, new C3Api(fleet, c3Tokens, faults),
                Doors.C3_IDENTITY, new C3TokenServer(accounts.c3(), accounts.c3Resource(), c3Tokens)));
        this.injector = new Injector(options.time());
        SocketWatch sockets = new SocketWatch();
        this.server = new LoopbackServer(options.port(), sockets, happenings::happened, vertx -> {
            BrokenWriter broken = new BrokenWriter(vertx, sockets);
            AnswerDesk desk = new AnswerDesk(doors, books.ledger(), options.time(), broken);
            return new FrontDoor(vertx, doors, faults, injector, books, desk);
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
        return url(Doors.AVEPOINT);
    }

    /** AvePoint's token endpoint. */
    public String avePointTokenUrl() {
        return url(Doors.AVEPOINT_IDENTITY) + "/connect/token";
    }

    /** The only client id that AvePoint's token endpoint knows; another one in each sandbox. */
    public String avePointClientId() {
        return accounts.avePoint().id();
    }

    /** Its secret, with characters that a form must escape. */
    public String avePointClientSecret() {
        return accounts.avePoint().secret();
    }

    /** Where C3's API is, without a slash at the end. */
    public String c3BaseUrl() {
        return url(Doors.C3);
    }

    /** The token endpoint in front of C3. */
    public String c3TokenUrl() {
        return url(Doors.C3_IDENTITY) + "/oauth2/token";
    }

    /** The only client id that C3's token endpoint knows; another one in each sandbox. */
    public String c3ClientId() {
        return accounts.c3().id();
    }

    /** Its secret, with characters that a form must escape. */
    public String c3ClientSecret() {
        return accounts.c3().secret();
    }

    /** The resource that C3 hands out with the credentials and that a token must be asked for. */
    public String c3Resource() {
        return accounts.c3Resource();
    }

    /** The simulated truth. */
    public Fleet fleet() {
        return fleet;
    }

    /** What makes the vendors misbehave by hand, beside the plan of faults. */
    public Switches switches() {
        return switches;
    }

    /** What goes wrong now; nothing until told. */
    public FaultPlan faults() {
        return injector.plan();
    }

    /**
     * From the next request on this goes wrong, and no longer what went wrong before. The plan begins anew, with its calls, chances and
     * limits, even when it is the same. {@link Switches#clear()} does not end it, {@link FaultPlan#none()} does.
     */
    public Sandbox faults(FaultPlan plan) {
        injector.start(plan);
        return this;
    }

    /** What was asked, answered and spoilt so far; a copy. */
    public Ledger ledger() {
        return books.ledger().snapshot();
    }

    /** Starts the ledger from zero. */
    public void forgetLedger() {
        books.ledger().clear();
    }

    /** The requests that arrived whole so far, or were refused for their size, in order of arrival; a copy. */
    public List<ReceivedRequest> requests() {
        return books.log().snapshot();
    }

    /** Empties the log of requests, which otherwise grows as long as the sandbox runs. */
    public void forgetRequests() {
        books.log().clear();
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
        return happenings.await(what, patience);
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
