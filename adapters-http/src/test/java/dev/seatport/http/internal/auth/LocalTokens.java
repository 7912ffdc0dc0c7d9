package dev.seatport.http.internal.auth;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AdaptiveRate;
import dev.seatport.http.internal.resilience.Deadline;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.resilience.Retrying;
import dev.seatport.http.internal.resilience.VendorGate;
import dev.seatport.http.internal.scheduling.VertxClockwork;
import dev.seatport.http.internal.transport.Route;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.Credentials;
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
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A token endpoint on this machine, and what asks it; the loop and its clock are the test's. New for each test. */
final class LocalTokens implements BeforeEachCallback, AfterEachCallback {
    private static final Operation OPERATION = new Operation(new Vendor("acme"), "token", null);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HandLoop loop = new HandLoop();
    private final SecretDetector secrets = new SecretDetector(List.of());
    private final RecordingListener watcher = new RecordingListener();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile BiConsumer<HttpServerRequest, Integer> script = (request, number) -> {};
    private @Nullable Vertx vertx;
    private @Nullable HttpServer server;
    private @Nullable VendorGate gate;

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        server = Failures.await(vertx.createHttpServer()
                .requestHandler(request -> script.accept(request, requests.incrementAndGet()))
                .listen(0, "127.0.0.1")
                .toCompletionStage());
        givesTokensFor(3_600);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Failures.await(Objects.requireNonNull(vertx).close().toCompletionStage());
    }

    HandLoop loop() {
        return loop;
    }

    SecretDetector secrets() {
        return secrets;
    }

    RecordingListener watcher() {
        return watcher;
    }

    /** What the requests of the endpoint that was made last pass. */
    VendorGate gate() {
        return Objects.requireNonNull(gate);
    }

    int requests() {
        return requests.get();
    }

    /** From now on each request brings a token that is named by its number, such as {@code token-1}. */
    void givesTokensFor(long seconds) {
        answers((request, number) ->
                request.response().end("{\"access_token\":\"token-" + number + "\",\"expires_in\":" + seconds + "}"));
    }

    void refuses(int status) {
        answers((request, number) -> request.response().setStatusCode(status).end());
    }

    void answers(BiConsumer<HttpServerRequest, Integer> next) {
        script = next;
    }

    /** Asks once for each token: what a retry does is the business of other tests. */
    TokenEndpoint endpoint() {
        return endpoint(1, loop);
    }

    TokenEndpoint endpoint(int attempts, Executor entrance) {
        Vertx vertx = Objects.requireNonNull(this.vertx);
        Context context = Transport.context(vertx);
        URI url =
                URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).actualPort() + "/token");
        VendorGate gate = new VendorGate(loop, loop, new AdaptiveRate(Double.POSITIVE_INFINITY, loop.nanos()));
        this.gate = gate;
        RetryPolicy policy = new RetryPolicy(
                attempts, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));
        return new TokenEndpoint(new TokenEndpoint.Parts(
                OPERATION,
                new TokenForm(
                        vertx,
                        url,
                        Credentials.clientSecret("the-client", Secret.of("the-secret")),
                        () -> Instant.MIN,
                        secrets),
                LIMIT,
                LIMIT,
                new Deadline(entrance, loop),
                new Retrying(policy, new Random(3), loop, loop, gate, watcher),
                gate,
                new Transport(
                        vertx,
                        context,
                        new VertxClockwork(vertx, context, System::nanoTime),
                        new Route(8, Duration.ofSeconds(5), LIMIT, null, null),
                        1L << 20),
                new LoggingListener(watcher, System::nanoTime, () -> Instant.EPOCH, path -> false),
                () -> Instant.EPOCH));
    }
}
