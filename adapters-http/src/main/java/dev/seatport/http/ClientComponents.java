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
import dev.seatport.http.internal.resilience.AudienceThrottle;
import dev.seatport.http.internal.resilience.Bulkhead;
import dev.seatport.http.internal.resilience.CallTimeoutEnforcer;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.scheduling.EventLoopExecutor;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.internal.scheduling.VertxScheduler;
import dev.seatport.http.internal.transport.AdditionalTrust;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.internal.transport.TransportOptions;
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
 * Components of one client, wired by its options.
 *
 * @param maxRowBytes upper limit for the memory of the rows of one large response, in bytes
 * @param resultExecutor executor that delivers results; {@code null} for the client's event loop
 */
record ClientComponents(
        VertxScheduler scheduler,
        Transport transport,
        Bulkhead bulkhead,
        TokenCache tokens,
        CallTimeoutEnforcer timeouts,
        CallPipeline pipeline,
        DecoderPool decoders,
        LoggingListener listener,
        long maxRowBytes,
        @Nullable Executor resultExecutor) {
    private static final long MAX_HEAP_BYTES = Runtime.getRuntime().maxMemory();

    static ClientComponents of(Vertx vertx, VendorClientOptions options) {
        ClientLimits limits = options.limits();
        SecretDetector secrets = new SecretDetector(secrets(options));
        LoggingListener listener =
                new LoggingListener(options.callListener, options.nanos, options.clock(), secrets::detects);
        Context context = Transport.context(vertx);
        EventLoopExecutor loopExecutor = new EventLoopExecutor(context);
        Executor eventLoop = ignoringRejection(loopExecutor);
        Executor later = ignoringRejection(loopExecutor.deferred());
        VertxScheduler scheduler = new VertxScheduler(vertx, context, options.nanos);
        Transport transport = new Transport(vertx, context, scheduler, connectionOptions(options), MAX_HEAP_BYTES / 8);
        CallTimeoutEnforcer timeouts = new CallTimeoutEnforcer(loopExecutor, scheduler);
        RateLimiter rateLimiter = new RateLimiter(
                eventLoop, scheduler, new AdaptiveRateControl(limits.requestsPerSecond(), scheduler.nanoTime()));
        Bulkhead bulkhead = new Bulkhead(loopExecutor, later, limits.maxConcurrentCalls(), limits.maxQueuedCalls());
        DecoderPool decoders = new DecoderPool(limits.decoderThreads(), bulkhead::activeCalls, later);
        TokenRequestForm form =
                new TokenRequestForm(vertx, options.tokenUrl(), options.credentials(), options.clock(), secrets);
        TokenClient client = tokenClient(form, options, transport, eventLoop, scheduler, timeouts, listener);
        TokenCache tokens =
                new TokenCache(eventLoop, later, client, scheduler, options.random, secrets, limits.maxCachedTokens());
        CallPipeline pipeline = new CallPipeline(new CallPipeline.Dependencies(
                BaseUrl.of(options.baseUrl()),
                limits.deadline(),
                timeouts,
                bulkhead,
                retryExecutor(options, listener, eventLoop, scheduler, rateLimiter),
                tokens,
                rateLimiter,
                options.rateLimitParser,
                new AudienceThrottle(retryPolicy(options), options.random, eventLoop, scheduler),
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
                decoders,
                listener));
        return new ClientComponents(
                scheduler,
                transport,
                bulkhead,
                tokens,
                timeouts,
                pipeline,
                decoders,
                listener,
                MAX_HEAP_BYTES / 2,
                options.executor);
    }

    /** Wraps an executor that rejects tasks once the owner of the Vertx closed it. Such tasks have no recipient left. */
    private static Executor ignoringRejection(Executor executor) {
        return task -> {
            try {
                executor.execute(task);
            } catch (RejectedExecutionException e) {
                // Pending calls failed when the Vertx was closed, so no caller waits for this task.
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

    private static TransportOptions connectionOptions(VendorClientOptions options) {
        ClientLimits limits = options.limits();
        return new TransportOptions(
                limits.maxConcurrentCalls(),
                limits.connectTimeout(),
                ClientLimits.KEEP_ALIVE,
                options.proxy,
                options.extraCertificates == null ? null : AdditionalTrust.load(options.extraCertificates));
    }

    private static TokenClient tokenClient(
            TokenRequestForm form,
            VendorClientOptions options,
            Transport transport,
            Executor eventLoop,
            Scheduler scheduler,
            CallTimeoutEnforcer timeouts,
            LoggingListener listener) {
        RateLimiter rateLimiter = new RateLimiter(
                eventLoop, scheduler, new AdaptiveRateControl(Double.POSITIVE_INFINITY, scheduler.nanoTime()));
        return new TokenClient(new TokenClient.TokenClientDependencies(
                new VendorOperation(options.vendor(), "token", null),
                form,
                ClientLimits.TOKEN_TIMEOUT,
                options.limits().readIdleTimeout(),
                timeouts,
                retryExecutor(options, listener, eventLoop, scheduler, rateLimiter),
                rateLimiter,
                transport,
                options.errorBodyParser,
                listener,
                options.clock()));
    }

    private static RetryExecutor retryExecutor(
            VendorClientOptions options,
            CallListener callListener,
            Executor eventLoop,
            Scheduler scheduler,
            RateLimiter rateLimiter) {
        return new RetryExecutor(retryPolicy(options), options.random, eventLoop, scheduler, rateLimiter, callListener);
    }

    private static RetryPolicy retryPolicy(VendorClientOptions options) {
        return RetryPolicy.of(options.limits().attempts(), options.limits().maxBackoff());
    }

    /** Closes all connections and timers. */
    void closeConnections() {
        transport.close();
        decoders.close();
        scheduler.close();
    }

    /** Fails all pending calls, then closes all connections. */
    void shutdown(Runnable then) {
        bulkhead.close(() -> {});
        timeouts.failAll(() -> {
            closeConnections();
            then.run();
        });
    }

    <T> Uni<T> deliver(Uni<T> uni) {
        Uni<T> result = uni.onFailure(VendorException.class).invoke(listener::ended);
        return resultExecutor == null ? result : result.emitOn(resultExecutor);
    }

    /** Delivers rows one at a time: prefetching would request rows that the subscriber did not request. */
    <T> Flow.Publisher<Observed<T>> deliver(Supplier<BatchSource<T>> batches) {
        ListingPublisher<T> rows = new ListingPublisher<>(batches, listener::ended);
        Executor executor = resultExecutor;
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
