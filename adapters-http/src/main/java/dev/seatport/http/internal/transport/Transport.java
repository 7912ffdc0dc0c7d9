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
 * Sends requests with the Vert.x Web Client, each as an {@link HttpExchange} that bounds it, and each with the name of this program. Never
 * follows a redirect, and asks not to be answered compressed. Everything happens on one event loop.
 */
public final class Transport {
    private static final String UNKNOWN_VERSION = "unknown";
    private static final String USER_AGENT = "seatport/" + version();
    private static final Duration MAX_SUSPECT_WAIT = Duration.ofSeconds(1);

    private final Context context;
    private final ConnectionOptions connectionOptions;
    private final EventLoopExecutor eventLoopExecutor;
    private final Scheduler scheduler;
    private final ConnectionPools connectionPools;
    private final RequestCapturingHttpClient httpClient;
    private final WebClient web;
    private final HttpExchange.MemoryBudget memoryBudget;
    private final Set<HttpExchange> active = new HashSet<>();
    private final Set<Runnable> pendingCounts = new HashSet<>();
    private long slowestNanos;
    private boolean closed;

    /**
     * A transport with a pool of its own.
     *
     * @param context the event loop on which everything happens, made by {@link #context}
     * @param scheduler that event loop's
     * @param connectionOptions how connections are made
     * @param maxBodyMemory how many bytes of bodies may be kept at once
     */
    public Transport(
            Vertx vertx,
            Context context,
            Scheduler scheduler,
            ConnectionOptions connectionOptions,
            long maxBodyMemory) {
        this.connectionOptions = connectionOptions;
        this.scheduler = scheduler;
        this.memoryBudget = new HttpExchange.MemoryBudget(maxBodyMemory);
        this.context = context;
        this.eventLoopExecutor = new EventLoopExecutor(context);
        this.connectionPools = new ConnectionPools(vertx, ObservedEventLoop.of(context), scheduler, connectionOptions);
        this.httpClient = new RequestCapturingHttpClient(connectionPools);
        this.web = WebClient.wrap(
                httpClient, new WebClientOptions().setFollowRedirects(false).setUserAgentEnabled(false));
    }

    /** An event loop of {@code vertx} that a transport can work on. */
    public static Context context(Vertx vertx) {
        return ObservedEventLoop.context(vertx);
    }

    /**
     * How many answers may belong to other requests than those that they were given to. Where a connection could still show that, it
     * waits as long as the slowest answer took, but no longer than a second.
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
        Duration slowest = Duration.ofNanos(slowestNanos);
        return slowest.compareTo(MAX_SUSPECT_WAIT) < 0 ? slowest : MAX_SUSPECT_WAIT;
    }

    /**
     * What is to be sent.
     *
     * @param baseUrl where to
     * @param pathAndQuery below the origin's path
     * @param headers sent as they are
     * @param body {@code null} for none
     */
    public record OutgoingRequest(
            HttpMethod method,
            BaseUrl baseUrl,
            String pathAndQuery,
            MultiMap headers,
            @Nullable Buffer body) {

        /**
         * What is to be sent.
         *
         * @param url absolute
         */
        public OutgoingRequest(HttpMethod method, URI url, MultiMap headers, @Nullable Buffer body) {
            this(method, BaseUrl.of(url), url.getRawQuery() == null ? "" : "?" + url.getRawQuery(), headers, body);
        }

        private String uri() {
            String uri = baseUrl.path() + pathAndQuery;
            return uri.startsWith("/") ? uri : "/" + uri;
        }

        /** Headers and body hold secrets: they are not printed. */
        @Override
        public String toString() {
            return method + " " + baseUrl.host() + ":" + baseUrl.port() + uri();
        }
    }

    /**
     * Sends once subscribed to; cancelling resets the exchange. Fails with nothing but {@link AttemptException}.
     */
    public Uni<RawResponse> send(OutgoingRequest request, ExchangeLimits limits) {
        return send(request, limits, null);
    }

    /**
     * Sends once subscribed to, like {@link #send(OutgoingRequest, ExchangeLimits)}.
     *
     * @param consumer takes the body if the answer is good; {@code null} if it is gathered
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
        HttpExchange exchange =
                new HttpExchange(context, scheduler, limits, memoryBudget, new HttpExchange.ExchangeCallback() {
                    @Override
                    public void onResponse(RawResponse answer) {
                        slowestNanos = Math.max(slowestNanos, scheduler.nanoTime() - startedAt);
                        emitter.complete(answer);
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
        exchange.start(() -> httpClient.current(
                exchange, () -> send(webRequest, outgoing.body()).onComplete(exchange::onResult)));
    }

    private static Future<io.vertx.ext.web.client.HttpResponse<Buffer>> send(
            HttpRequest<Buffer> request, @Nullable Buffer body) {
        return body == null ? request.send() : request.sendBuffer(body);
    }

    private static BodyCodec<Buffer> codec(HttpExchange exchange, @Nullable BodyChunkConsumer consumer) {
        return () -> new LimitedBodyStream(exchange, consumer);
    }

    /** Refuses new exchanges, ends those under way and closes all connections. */
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

    /** Does nothing if the Vertx was closed by its owner, and every connection with it. */
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
