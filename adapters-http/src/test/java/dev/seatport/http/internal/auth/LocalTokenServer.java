package dev.seatport.http.internal.auth;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AdaptiveRateControl;
import dev.seatport.http.internal.resilience.CallTimeoutEnforcer;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.scheduling.VertxScheduler;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.internal.transport.TransportOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Local token endpoint and its clients. The test runs the event loop and its clock. New for each test. */
final class LocalTokenServer implements BeforeEachCallback, AfterEachCallback {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "token", null);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ManualEventLoop eventLoop = new ManualEventLoop();
    private final SecretDetector secrets = new SecretDetector(List.of());
    private final RecordingListener callListener = new RecordingListener();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<HttpServerRequest, Integer> script = (request, number) -> {};
    private @Nullable Vertx vertx;
    private @Nullable HttpServer server;
    private @Nullable RateLimiter rateLimiter;

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        server = FailureAssertions.await(vertx.createHttpServer()
                .requestHandler(request -> {
                    paths.add(request.path());
                    script.accept(request, requests.incrementAndGet());
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage());
        respondWithTokens(3_600);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FailureAssertions.await(Objects.requireNonNull(vertx).close().toCompletionStage());
    }

    ManualEventLoop eventLoop() {
        return eventLoop;
    }

    SecretDetector secrets() {
        return secrets;
    }

    RecordingListener callListener() {
        return callListener;
    }

    /** Returns the rate limiter of the client that was created last. */
    RateLimiter rateLimiter() {
        return Objects.requireNonNull(rateLimiter);
    }

    /** Returns the paths of the received requests. */
    List<String> paths() {
        return paths;
    }

    int requests() {
        return requests.get();
    }

    /** Responds with tokens numbered like the requests, such as {@code token-1}. */
    void respondWithTokens(long seconds) {
        respond((request, number) ->
                request.response().end("{\"access_token\":\"token-" + number + "\",\"expires_in\":" + seconds + "}"));
    }

    void respondWithStatus(int status) {
        respond((request, number) -> request.response().setStatusCode(status).end());
    }

    void respond(BiConsumer<HttpServerRequest, Integer> next) {
        script = next;
    }

    /** Returns a client without retries. */
    TokenClient client() {
        return client(1, eventLoop);
    }

    TokenClient client(int attempts, Executor callExecutor) {
        return client(attempts, callExecutor, TokenUrl.of(url("/token")), ErrorBodyParser.none());
    }

    /** Returns a client without retries, of an endpoint whose paths are {@code /AUDIENCE/token}. */
    TokenClient clientPerAudience(ErrorBodyParser errorBodyParser) {
        return client(1, eventLoop, TokenUrl.perAudience(url(""), "/token"), errorBodyParser);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).actualPort() + path);
    }

    private TokenClient client(int attempts, Executor callExecutor, TokenUrl url, ErrorBodyParser errorBodyParser) {
        Vertx vertx = Objects.requireNonNull(this.vertx);
        Context context = Transport.context(vertx);
        RateLimiter rateLimiter = new RateLimiter(
                eventLoop, eventLoop, new AdaptiveRateControl(Double.POSITIVE_INFINITY, eventLoop.nanoTime()));
        this.rateLimiter = rateLimiter;
        RetryPolicy policy = new RetryPolicy(
                attempts, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));
        return new TokenClient(new TokenClient.TokenClientDependencies(
                OPERATION,
                new TokenRequestForm(
                        vertx,
                        url,
                        Credentials.clientSecret("the-client", Secret.of("the-secret")),
                        () -> Instant.MIN,
                        secrets),
                LIMIT,
                LIMIT,
                new CallTimeoutEnforcer(callExecutor, eventLoop),
                new RetryExecutor(policy, new Random(3), eventLoop, eventLoop, rateLimiter, callListener),
                rateLimiter,
                new Transport(
                        vertx,
                        context,
                        new VertxScheduler(vertx, context, System::nanoTime),
                        new TransportOptions(8, Duration.ofSeconds(5), LIMIT, null, null),
                        1L << 20),
                errorBodyParser,
                new LoggingListener(callListener, System::nanoTime, () -> Instant.EPOCH, path -> false),
                () -> Instant.EPOCH));
    }
}
