package dev.seatport.http.internal.transport;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.internal.scheduling.EventLoopExecutor;
import dev.seatport.http.internal.scheduling.Scheduler;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the Vert.x Web Client, each as an {@link HttpExchange} with its limits. Follows no redirects and requests
 * uncompressed responses. Thread-safe: its state is confined to the event loop.
 */
public final class Transport {
    private static final String UNKNOWN_VERSION = "unknown";
    private static final String USER_AGENT = "seatport/" + version();
    private static final Duration MAX_SUSPECT_WAIT = Duration.ofSeconds(1);

    private final Context context;
    private final TransportOptions connectionOptions;
    private final EventLoopExecutor eventLoopExecutor;
    private final Scheduler scheduler;
    private final ConnectionPools connectionPools;
    private final CancellableHttpClient httpClient;
    private final WebClient web;
    private final HttpExchange.MemoryBudget memoryBudget;
    private final Set<HttpExchange> active = new HashSet<>();
    private final Set<Runnable> pendingCounts = new HashSet<>();
    private long slowestNanos;
    /** Latest start or response of an exchange, as a value of {@code Scheduler.nanoTime()}. */
    private long lastUsedAt;

    private boolean closed;

    /**
     * Creates a transport with its own connection pool.
     *
     * @param context event loop from {@link #context}
     * @param scheduler scheduler of that event loop
     * @param connectionOptions options of the connections
     * @param maxBodyMemory limit in bytes of all bodies in memory
     */
    public Transport(
            Vertx vertx, Context context, Scheduler scheduler, TransportOptions connectionOptions, long maxBodyMemory) {
        this.connectionOptions = connectionOptions;
        this.scheduler = scheduler;
        this.memoryBudget = new HttpExchange.MemoryBudget(maxBodyMemory);
        this.context = context;
        this.eventLoopExecutor = new EventLoopExecutor(context);
        this.connectionPools =
                new ConnectionPools(vertx, ChannelLookupEventLoop.of(context), scheduler, connectionOptions);
        this.httpClient = new CancellableHttpClient(connectionPools);
        this.web = WebClient.wrap(
                httpClient, new WebClientOptions().setFollowRedirects(false).setUserAgentEnabled(false));
    }

    /** Creates an event loop for a transport. */
    public static Context context(Vertx vertx) {
        return ChannelLookupEventLoop.context(vertx);
    }

    /**
     * Counts the responses that may belong to other requests. If an open connection may still show that, waits as long as the slowest
     * response took, at most one second. Does not wait if the client was idle for at least both times.
     */
    public CompletionStage<Long> suspectResponseCount() {
        CompletableFuture<Long> count = new CompletableFuture<>();
        Runnable complete = () -> count.complete(connectionPools.suspectResponses());
        onLoop(
                () -> {
                    if (closed || !connectionPools.mayFindSuspects()) {
                        complete.run();
                        return;
                    }
                    pendingCounts.add(complete);
                    scheduler.schedule(suspectWait(), () -> {
                        pendingCounts.remove(complete);
                        complete.run();
                    });
                },
                complete);
        return count;
    }

    private Duration suspectWait() {
        long maxNanos = MAX_SUSPECT_WAIT.toNanos();
        long unusedNanos = scheduler.nanoTime() - lastUsedAt;
        return active.isEmpty() && unusedNanos >= Math.max(slowestNanos, maxNanos)
                ? Duration.ZERO
                : Duration.ofNanos(Math.min(slowestNanos, maxNanos));
    }

    /**
     * Request to be sent.
     *
     * @param baseUrl target
     * @param pathAndQuery appended to the path of the base URL
     * @param headers sent unchanged
     * @param body {@code null} for none
     */
    public record OutgoingRequest(
            HttpMethod method,
            BaseUrl baseUrl,
            String pathAndQuery,
            MultiMap headers,
            @Nullable Buffer body) {

        /**
         * @param url absolute URL
         */
        public OutgoingRequest(HttpMethod method, URI url, MultiMap headers, @Nullable Buffer body) {
            this(method, BaseUrl.of(url), url.getRawQuery() == null ? "" : "?" + url.getRawQuery(), headers, body);
        }

        private String uri() {
            String uri = baseUrl.path() + pathAndQuery;
            return uri.startsWith("/") ? uri : "/" + uri;
        }

        /** Omits headers and body, which contain secrets. */
        @Override
        public String toString() {
            return method + " " + baseUrl.host() + ":" + baseUrl.port() + uri();
        }
    }

    /** Sends the request on subscription. Cancelling the subscription resets the exchange. Fails only with {@link AttemptException}. */
    public Uni<RawResponse> send(OutgoingRequest request, ExchangeLimits limits) {
        return send(request, limits, null);
    }

    /**
     * Sends the request like {@link #send(OutgoingRequest, ExchangeLimits)}.
     *
     * @param consumer receives the body of a successful response; {@code null} to buffer it
     */
    public Uni<RawResponse> send(OutgoingRequest request, ExchangeLimits limits, @Nullable BodyChunkConsumer consumer) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                eventLoopExecutor.execute(() -> start(request, limits, consumer, emitter));
            } catch (RejectedExecutionException e) {
                emitter.fail(clientClosed());
            }
        });
    }

    private void start(
            OutgoingRequest outgoing,
            ExchangeLimits limits,
            @Nullable BodyChunkConsumer consumer,
            UniEmitter<? super RawResponse> emitter) {
        if (closed) {
            emitter.fail(clientClosed());
            return;
        }
        long startedAt = scheduler.nanoTime();
        lastUsedAt = startedAt;
        HttpExchange exchange =
                new HttpExchange(context, scheduler, limits, memoryBudget, new HttpExchange.ExchangeCallback() {
                    @Override
                    public void onResponse(RawResponse response) {
                        lastUsedAt = scheduler.nanoTime();
                        slowestNanos = Math.max(slowestNanos, lastUsedAt - startedAt);
                        emitter.complete(response);
                    }

                    @Override
                    public void onFailure(AttemptException failure) {
                        emitter.fail(failure);
                    }
                });
        active.add(exchange);
        emitter.onTermination(() -> onLoop(() -> {
            active.remove(exchange);
            exchange.cancel();
        }));
        if (exchange.isDone()) {
            return;
        }
        BaseUrl baseUrl = outgoing.baseUrl();
        HttpRequest<Buffer> webRequest = web.request(outgoing.method(), baseUrl.port(), baseUrl.host(), outgoing.uri())
                .ssl(baseUrl.ssl())
                .putHeaders(outgoing.headers())
                .as(codec(exchange, consumer));
        webRequest
                .headers()
                .set(HttpHeaders.USER_AGENT, USER_AGENT)
                .set(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
        ProxyOptions proxy = connectionOptions.proxyTo(baseUrl);
        if (proxy != null) {
            webRequest.proxy(proxy);
        }
        exchange.start(() -> httpClient.send(
                exchange, () -> send(webRequest, outgoing.body()).onComplete(exchange::onResult)));
    }

    private static Future<io.vertx.ext.web.client.HttpResponse<Buffer>> send(
            HttpRequest<Buffer> request, @Nullable Buffer body) {
        return body == null ? request.send() : request.sendBuffer(body);
    }

    private static BodyCodec<Buffer> codec(HttpExchange exchange, @Nullable BodyChunkConsumer consumer) {
        return () -> new LimitedBodySink(exchange, consumer);
    }

    /** Rejects new exchanges, ends the active ones and closes all connections. */
    public void close() {
        onLoop(() -> {
            closed = true;
            List.copyOf(active).forEach(HttpExchange::close);
            httpClient.shutdown(Duration.ZERO);
            pendingCounts.forEach(Runnable::run);
        });
    }

    private static String version() {
        try (InputStream in = Transport.class.getResourceAsStream("version.txt")) {
            return in == null ? UNKNOWN_VERSION : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return UNKNOWN_VERSION;
        }
    }

    private static AttemptException clientClosed() {
        return new AttemptException(FailureKind.CLOSED, RetryClass.NEVER, "this client was closed");
    }

    /** Has no effect if the Vertx was closed by its owner, which also closed all connections. */
    private void onLoop(Runnable task) {
        onLoop(task, () -> {});
    }

    private void onLoop(Runnable task, Runnable onRejected) {
        try {
            eventLoopExecutor.execute(task);
        } catch (RejectedExecutionException e) {
            onRejected.run();
        }
    }
}
