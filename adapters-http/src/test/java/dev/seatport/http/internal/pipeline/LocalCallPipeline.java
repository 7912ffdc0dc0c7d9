package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.auth.TokenCache;
import dev.seatport.http.internal.auth.TokenClient;
import dev.seatport.http.internal.auth.TokenRequestForm;
import dev.seatport.http.internal.codec.DecoderPool;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AdaptiveRateControl;
import dev.seatport.http.internal.resilience.AudienceThrottle;
import dev.seatport.http.internal.resilience.Bulkhead;
import dev.seatport.http.internal.resilience.CallTimeoutEnforcer;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.scheduling.EventLoopExecutor;
import dev.seatport.http.internal.scheduling.VertxScheduler;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.internal.transport.TransportOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.RateLimitParser;
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

/** Local vendor, and a call pipeline to it with access to its stages. New for each test. */
public final class LocalCallPipeline implements BeforeEachCallback, AfterEachCallback {
    public static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "shelf", null);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InstantSource CLOCK = () -> Instant.EPOCH;

    private final RecordingListener callListener = new RecordingListener();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<HttpServerRequest, Integer> handler = (request, number) -> {};
    private int tokenRequests;
    private @Nullable Vertx vertx;
    private @Nullable RateLimiter rateLimiter;
    private @Nullable TokenCache tokenCache;
    private @Nullable CallPipeline pipeline;

    @Override
    public void beforeEach(ExtensionContext context) {
        Vertx vertx = Vertx.vertx();
        this.vertx = vertx;
        HttpServer server = FailureAssertions.await(vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage());
        connect(vertx, URI.create("http://127.0.0.1:" + server.actualPort()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FailureAssertions.await(Objects.requireNonNull(vertx).close().toCompletionStage());
    }

    /** Sets the response to each request by its number. Tokens are {@code token-1}, {@code token-2}, and so on. */
    public void respond(BiConsumer<HttpServerRequest, Integer> next) {
        handler = next;
    }

    /** Returns the received requests, such as {@code /shelf?page=1}. */
    public List<String> requests() {
        return requests;
    }

    public CallPipeline pipeline() {
        return Objects.requireNonNull(pipeline);
    }

    public RecordingListener callListener() {
        return callListener;
    }

    /** Returns the bearer tokens of the received requests. */
    List<String> bearers() {
        return bearers;
    }

    RateLimiter rateLimiter() {
        return Objects.requireNonNull(rateLimiter);
    }

    TokenCache tokenCache() {
        return Objects.requireNonNull(tokenCache);
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/token")) {
            tokenRequests++;
            request.response().end("{\"access_token\":\"token-" + tokenRequests + "\",\"expires_in\":3600}");
        } else {
            requests.add(request.uri());
            bearers.add(request.getHeader("Authorization").replace("Bearer ", ""));
            handler.accept(request, requests.size());
        }
    }

    private void connect(Vertx vertx, URI url) {
        Context context = Transport.context(vertx);
        EventLoopExecutor loop = new EventLoopExecutor(context);
        VertxScheduler time = new VertxScheduler(vertx, context, System::nanoTime);
        Transport transport = new Transport(
                vertx, context, time, new TransportOptions(8, Duration.ofSeconds(5), LIMIT, null, null), 1L << 20);
        LoggingListener log = new LoggingListener(callListener, System::nanoTime, CLOCK, path -> false);
        CallTimeoutEnforcer callTimeouts = new CallTimeoutEnforcer(loop, time);
        RateLimiter rateLimiter = rateLimiter(loop, time);
        RateLimiter tokenRateLimiter = rateLimiter(loop, time);
        SecretDetector secrets = new SecretDetector(List.of());
        TokenRequestForm form = new TokenRequestForm(
                vertx,
                TokenUrl.of(url.resolve("/token")),
                Credentials.clientSecret("the-client", Secret.of("the-secret")),
                CLOCK,
                secrets);
        TokenClient tokenClient = new TokenClient(new TokenClient.TokenClientDependencies(
                OPERATION,
                form,
                LIMIT,
                LIMIT,
                callTimeouts,
                retryExecutor(loop, time, tokenRateLimiter),
                tokenRateLimiter,
                transport,
                ErrorBodyParser.none(),
                log,
                CLOCK));
        this.rateLimiter = rateLimiter;
        TokenCache tokenCache = new TokenCache(loop, loop.deferred(), tokenClient, time, new Random(3), secrets, 8);
        this.tokenCache = tokenCache;
        pipeline = new CallPipeline(new CallPipeline.Dependencies(
                BaseUrl.of(url),
                LIMIT,
                callTimeouts,
                new Bulkhead(loop, loop.deferred(), 8, 8),
                retryExecutor(loop, time, rateLimiter),
                tokenCache,
                rateLimiter,
                RateLimitParser.none(),
                new AudienceThrottle(policy(), new Random(3), loop, time),
                transport,
                new ExchangeLimits(LIMIT, LIMIT, LIMIT, 1 << 20),
                new ResponseHandler(ErrorBodyParser.none(), null, callListener, CLOCK, secrets),
                // Two active calls, so that large bodies are decoded outside the event loop.
                new DecoderPool(1, () -> 2, loop.deferred()),
                log));
    }

    private static RateLimiter rateLimiter(EventLoopExecutor loop, VertxScheduler time) {
        return new RateLimiter(loop, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanoTime()));
    }

    private static RetryPolicy policy() {
        return new RetryPolicy(4, Duration.ofMillis(2), Duration.ofMillis(2), LIMIT, LIMIT);
    }

    private RetryExecutor retryExecutor(EventLoopExecutor loop, VertxScheduler time, RateLimiter rateLimiter) {
        return new RetryExecutor(policy(), new Random(3), loop, time, rateLimiter, callListener);
    }
}
