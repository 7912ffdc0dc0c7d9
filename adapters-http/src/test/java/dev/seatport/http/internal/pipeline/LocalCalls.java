package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.auth.TokenEndpoint;
import dev.seatport.http.internal.auth.TokenForm;
import dev.seatport.http.internal.auth.TokenSource;
import dev.seatport.http.internal.codec.BodyReaders;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AdaptiveRate;
import dev.seatport.http.internal.resilience.Deadline;
import dev.seatport.http.internal.resilience.Permits;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.resilience.Retrying;
import dev.seatport.http.internal.resilience.VendorGate;
import dev.seatport.http.internal.scheduling.Entrance;
import dev.seatport.http.internal.scheduling.VertxClockwork;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.Origin;
import dev.seatport.http.internal.transport.Route;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.FailureReader;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.Failures;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A vendor on this machine, the way of a call to it, and what is inside of that. New for each test. */
public final class LocalCalls implements BeforeEachCallback, AfterEachCallback {
    public static final Operation OPERATION = new Operation(new Vendor("acme"), "shelf", null);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InstantSource CLOCK = () -> Instant.EPOCH;

    private final RecordingListener watcher = new RecordingListener();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<HttpServerRequest, Integer> script = (request, number) -> {};
    private int tokenRequests;
    private @Nullable Vertx vertx;
    private @Nullable VendorGate gate;
    private @Nullable TokenSource tokens;
    private @Nullable CallPath path;

    @Override
    public void beforeEach(ExtensionContext context) {
        Vertx vertx = Vertx.vertx();
        this.vertx = vertx;
        HttpServer server = Failures.await(vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage());
        connect(vertx, URI.create("http://127.0.0.1:" + server.actualPort()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Failures.await(Objects.requireNonNull(vertx).close().toCompletionStage());
    }

    /** What the vendor does with each request, by its number; tokens are {@code token-1}, {@code token-2}, and so on. */
    public void answers(BiConsumer<HttpServerRequest, Integer> next) {
        script = next;
    }

    /** Such as {@code /shelf?page=1}. */
    public List<String> asked() {
        return asked;
    }

    public CallPath path() {
        return Objects.requireNonNull(path);
    }

    public RecordingListener watcher() {
        return watcher;
    }

    /** The tokens that requests came with. */
    List<String> bearers() {
        return bearers;
    }

    VendorGate gate() {
        return Objects.requireNonNull(gate);
    }

    TokenSource tokens() {
        return Objects.requireNonNull(tokens);
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/token")) {
            tokenRequests++;
            request.response().end("{\"access_token\":\"token-" + tokenRequests + "\",\"expires_in\":3600}");
        } else {
            asked.add(request.uri());
            bearers.add(request.getHeader("Authorization").replace("Bearer ", ""));
            script.accept(request, asked.size());
        }
    }

    private void connect(Vertx vertx, URI url) {
        Context context = Transport.context(vertx);
        Entrance loop = new Entrance(context);
        VertxClockwork time = new VertxClockwork(vertx, context, System::nanoTime);
        Transport transport =
                new Transport(vertx, context, time, new Route(8, Duration.ofSeconds(5), LIMIT, null, null), 1L << 20);
        LoggingListener log = new LoggingListener(watcher, System::nanoTime, CLOCK, path -> false);
        Deadline deadline = new Deadline(loop, time);
        VendorGate gate = openGate(loop, time);
        VendorGate tokenGate = openGate(loop, time);
        SecretDetector secrets = new SecretDetector(List.of());
        TokenForm form = new TokenForm(
                vertx,
                url.resolve("/token"),
                Credentials.clientSecret("the-client", Secret.of("the-secret")),
                CLOCK,
                secrets);
        TokenEndpoint endpoint = new TokenEndpoint(new TokenEndpoint.Parts(
                OPERATION,
                form,
                LIMIT,
                LIMIT,
                deadline,
                retrying(loop, time, tokenGate),
                tokenGate,
                transport,
                log,
                CLOCK));
        this.gate = gate;
        TokenSource tokens = new TokenSource(loop, loop.later(), endpoint, time, new Random(3), secrets);
        this.tokens = tokens;
        path = new CallPath(new CallPath.Parts(
                Origin.of(url),
                LIMIT,
                deadline,
                new Permits(loop, loop.later(), 8, 8),
                retrying(loop, time, gate),
                tokens,
                gate,
                transport,
                new ExchangeLimits(LIMIT, LIMIT, LIMIT, 1 << 20),
                new AnswerReader(FailureReader.none(), null, watcher, CLOCK, secrets),
                // As if another call were always under way.
                new BodyReaders(1, () -> 2, loop.later()),
                log));
    }

    private static VendorGate openGate(Entrance loop, VertxClockwork time) {
        return new VendorGate(loop, time, new AdaptiveRate(Double.POSITIVE_INFINITY, time.nanos()));
    }

    private Retrying retrying(Entrance loop, VertxClockwork time, VendorGate gate) {
        RetryPolicy policy = new RetryPolicy(4, Duration.ofMillis(2), Duration.ofMillis(2), LIMIT, LIMIT);
        return new Retrying(policy, new Random(3), loop, time, gate, watcher);
    }
}
