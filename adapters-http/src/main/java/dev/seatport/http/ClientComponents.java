package dev.seatport.http;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.auth.TokenCache;
import dev.seatport.http.internal.auth.TokenClient;
import dev.seatport.http.internal.auth.TokenRequestForm;
import dev.seatport.http.internal.codec.DecoderPool;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.paging.ListingPublisher;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.pipeline.CallPipeline;
import dev.seatport.http.internal.pipeline.ResponseHandler;
import dev.seatport.http.internal.resilience.AdaptiveRateControl;
import dev.seatport.http.internal.resilience.Bulkhead;
import dev.seatport.http.internal.resilience.CallTimeouts;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.scheduling.EventLoopExecutor;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.internal.scheduling.VertxScheduler;
import dev.seatport.http.internal.transport.AdditionalTrust;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.internal.transport.ConnectionOptions;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a client, put together as its options say.
 *
 * @param rowMemory how many bytes may be kept of the rows of one large response
 * @param signals where results are delivered; {@code null} for the client's event loop
 */
record ClientComponents(
        VertxScheduler time,
        Transport transport,
        Bulkhead permits,
        TokenCache tokens,
        CallTimeouts deadline,
        CallPipeline path,
        DecoderPool readers,
        LoggingListener listener,
        long rowMemory,
        @Nullable Executor signals) {
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    static ClientComponents of(Vertx vertx, VendorClientOptions options) {
        ClientLimits limits = options.limits();
        SecretDetector secrets = new SecretDetector(secrets(options));
        LoggingListener listener =
                new LoggingListener(options.callListener, options.nanos, options.clock(), secrets::detects);
        Context context = Transport.context(vertx);
        EventLoopExecutor eventLoopExecutor = new EventLoopExecutor(context);
        Executor loop = tolerant(eventLoopExecutor);
        Executor later = tolerant(eventLoopExecutor.deferred());
        VertxScheduler time = new VertxScheduler(vertx, context, options.nanos);
        Transport transport = new Transport(vertx, context, time, route(options), HEAP / 8);
        CallTimeouts deadline = new CallTimeouts(eventLoopExecutor, time);
        RateLimiter gate =
                new RateLimiter(loop, time, new AdaptiveRateControl(limits.requestsPerSecond(), time.nanoTime()));
        Bulkhead permits = new Bulkhead(eventLoopExecutor, later, limits.maxConcurrentCalls(), limits.maxQueuedCalls());
        DecoderPool readers = new DecoderPool(limits.decoderThreads(), permits::activeCalls, later);
        TokenRequestForm form =
                new TokenRequestForm(vertx, options.tokenUrl(), options.credentials(), options.clock(), secrets);
        TokenClient endpoint = tokenEndpoint(form, options, transport, loop, time, deadline, listener);
        TokenCache tokens = new TokenCache(loop, later, endpoint, time, options.random, secrets);
        CallPipeline path = new CallPipeline(new CallPipeline.Dependencies(
                BaseUrl.of(options.baseUrl()),
                limits.deadline(),
                deadline,
                permits,
                retrying(options, listener, loop, time, gate),
                tokens,
                gate,
                transport,
                new ExchangeLimits(
                        limits.requestTimeout(),
                        limits.responseHeadTimeout(),
                        limits.readIdleTimeout(),
                        limits.maxResponseBytes()),
                new ResponseHandler(
                        options.errorBodyParser,
                        options.correlationHeader().orElse(null),
                        listener,
                        options.clock(),
                        secrets),
                readers,
                listener));
        return new ClientComponents(
                time, transport, permits, tokens, deadline, path, readers, listener, HEAP / 2, options.executor);
    }

    /** Past the entrance, work that is refused has nobody left to be done for: the Vertx was closed by its owner. */
    private static Executor tolerant(Executor eventLoopExecutor) {
        return task -> {
            try {
                eventLoopExecutor.execute(task);
            } catch (RejectedExecutionException e) {
                // Whoever waits was told when the Vertx was closed, or waits for a Vertx that is gone.
            }
        };
    }

    private static List<Secret> secrets(VendorClientOptions options) {
        List<Secret> secrets = new ArrayList<>(options.credentials().secrets());
        if (options.proxy != null) {
            secrets.addAll(options.proxy.secrets());
        }
        return secrets;
    }

    private static ConnectionOptions route(VendorClientOptions options) {
        ClientLimits limits = options.limits();
        return new ConnectionOptions(
                limits.maxConcurrentCalls(),
                limits.connectTimeout(),
                ClientLimits.KEEP_ALIVE,
                options.proxy,
                options.extraCertificates == null ? null : AdditionalTrust.load(options.extraCertificates));
    }

    private static TokenClient tokenEndpoint(
            TokenRequestForm form,
            VendorClientOptions options,
            Transport transport,
            Executor loop,
            Scheduler time,
            CallTimeouts deadline,
            LoggingListener listener) {
        RateLimiter gate =
                new RateLimiter(loop, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanoTime()));
        return new TokenClient(new TokenClient.TokenClientDependencies(
                new VendorOperation(options.vendor(), "token", null),
                form,
                ClientLimits.TOKEN_TIMEOUT,
                options.limits().readIdleTimeout(),
                deadline,
                retrying(options, listener, loop, time, gate),
                gate,
                transport,
                listener,
                options.clock()));
    }

    private static RetryExecutor retrying(
            VendorClientOptions options, CallListener callListener, Executor loop, Scheduler time, RateLimiter gate) {
        RetryPolicy policy =
                RetryPolicy.of(options.limits().attempts(), options.limits().maxBackoff());
        return new RetryExecutor(policy, options.random, loop, time, gate, callListener);
    }

    /** Lets go of all connections and timers. */
    void release() {
        transport.close();
        readers.close();
        time.close();
    }

    /** Ends all calls, wherever they are, and closes all connections. */
    void end(Runnable then) {
        permits.close(() -> {});
        deadline.failAll(() -> {
            release();
            then.run();
        });
    }

    <T> Uni<T> delivered(Uni<T> outcome) {
        Uni<T> result = outcome.onFailure(VendorException.class).invoke(listener::ended);
        return signals == null ? result : result.emitOn(signals);
    }

    /** Row by row: handing over in batches would ask the vendor for rows that nobody asked for. */
    <T> Flow.Publisher<Observed<T>> delivered(Supplier<BatchSource<T>> batches) {
        ListingPublisher<T> rows = new ListingPublisher<>(batches, listener::ended);
        Executor executor = signals;
        if (executor == null) {
            return rows;
        }
        return Multi.createFrom()
                .publisher(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> Uni.createFrom().item(row).emitOn(executor))
                .onFailure()
                .call(() -> Uni.createFrom().voidItem().emitOn(executor))
                .onCompletion()
                .call(() -> Uni.createFrom().voidItem().emitOn(executor));
    }
}
