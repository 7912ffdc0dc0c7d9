package dev.seatport.http;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.auth.TokenEndpoint;
import dev.seatport.http.internal.auth.TokenForm;
import dev.seatport.http.internal.auth.TokenSource;
import dev.seatport.http.internal.codec.BodyReaders;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.paging.ListingPublisher;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.pipeline.AnswerReader;
import dev.seatport.http.internal.pipeline.CallPath;
import dev.seatport.http.internal.resilience.AdaptiveRate;
import dev.seatport.http.internal.resilience.Deadline;
import dev.seatport.http.internal.resilience.Permits;
import dev.seatport.http.internal.resilience.RetryPolicy;
import dev.seatport.http.internal.resilience.Retrying;
import dev.seatport.http.internal.resilience.VendorGate;
import dev.seatport.http.internal.scheduling.Clockwork;
import dev.seatport.http.internal.scheduling.Entrance;
import dev.seatport.http.internal.scheduling.VertxClockwork;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.ExtraTrust;
import dev.seatport.http.internal.transport.Origin;
import dev.seatport.http.internal.transport.Route;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.watch.VendorWatcher;
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
        VertxClockwork time,
        Transport transport,
        Permits permits,
        TokenSource tokens,
        Deadline deadline,
        CallPath path,
        BodyReaders readers,
        LoggingListener listener,
        long rowMemory,
        @Nullable Executor signals) {
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    static ClientComponents of(Vertx vertx, VendorClientOptions options) {
        CallLimits limits = options.limits();
        SecretDetector secrets = new SecretDetector(secrets(options));
        LoggingListener listener =
                new LoggingListener(options.watcher, options.nanos, options.clock(), secrets::detects);
        Context context = Transport.context(vertx);
        Entrance entrance = new Entrance(context);
        Executor loop = tolerant(entrance);
        Executor later = tolerant(entrance.later());
        VertxClockwork time = new VertxClockwork(vertx, context, options.nanos);
        Transport transport = new Transport(vertx, context, time, route(options), HEAP / 8);
        Deadline deadline = new Deadline(entrance, time);
        VendorGate gate = new VendorGate(loop, time, new AdaptiveRate(limits.requestsPerSecond(), time.nanos()));
        Permits permits = new Permits(entrance, later, limits.inFlight(), limits.waiting());
        BodyReaders readers = new BodyReaders(limits.readers(), permits::underWay, later);
        TokenForm form = new TokenForm(vertx, options.tokenUrl(), options.credentials(), options.clock(), secrets);
        TokenEndpoint endpoint = tokenEndpoint(form, options, transport, loop, time, deadline, listener);
        TokenSource tokens = new TokenSource(loop, later, endpoint, time, options.random, secrets);
        CallPath path = new CallPath(new CallPath.Parts(
                Origin.of(options.baseUrl()),
                limits.deadline(),
                deadline,
                permits,
                retrying(options, listener, loop, time, gate),
                tokens,
                gate,
                transport,
                new ExchangeLimits(limits.request(), limits.head(), limits.idle(), limits.answerBytes()),
                new AnswerReader(
                        options.failureReader,
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
    private static Executor tolerant(Executor entrance) {
        return task -> {
            try {
                entrance.execute(task);
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

    private static Route route(VendorClientOptions options) {
        CallLimits limits = options.limits();
        return new Route(
                limits.inFlight(),
                limits.connect(),
                CallLimits.KEEP_ALIVE,
                options.proxy,
                options.extraCertificates == null ? null : ExtraTrust.of(options.extraCertificates));
    }

    private static TokenEndpoint tokenEndpoint(
            TokenForm form,
            VendorClientOptions options,
            Transport transport,
            Executor loop,
            Clockwork time,
            Deadline deadline,
            LoggingListener listener) {
        VendorGate gate = new VendorGate(loop, time, new AdaptiveRate(Double.POSITIVE_INFINITY, time.nanos()));
        return new TokenEndpoint(new TokenEndpoint.Parts(
                new Operation(options.vendor(), "token", null),
                form,
                CallLimits.TOKEN_TIMEOUT,
                options.limits().idle(),
                deadline,
                retrying(options, listener, loop, time, gate),
                gate,
                transport,
                listener,
                options.clock()));
    }

    private static Retrying retrying(
            VendorClientOptions options, VendorWatcher watcher, Executor loop, Clockwork time, VendorGate gate) {
        RetryPolicy policy =
                RetryPolicy.of(options.limits().attempts(), options.limits().longestWait());
        return new Retrying(policy, options.random, loop, time, gate, watcher);
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
        deadline.endAll(() -> {
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
