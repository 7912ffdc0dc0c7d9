package dev.seatport.http;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.auth.TokenEndpoint;
import dev.seatport.http.internal.auth.TokenForm;
import dev.seatport.http.internal.auth.TokenSource;
import dev.seatport.http.internal.call.AnswerReader;
import dev.seatport.http.internal.call.BodyReaders;
import dev.seatport.http.internal.call.CallPath;
import dev.seatport.http.internal.drift.ToldOnce;
import dev.seatport.http.internal.exchange.ExchangeLimits;
import dev.seatport.http.internal.exchange.ExchangeLog;
import dev.seatport.http.internal.exchange.ExtraTrust;
import dev.seatport.http.internal.exchange.Origin;
import dev.seatport.http.internal.exchange.Route;
import dev.seatport.http.internal.exchange.Transport;
import dev.seatport.http.internal.journal.GuardedWatcher;
import dev.seatport.http.internal.journal.Journal;
import dev.seatport.http.internal.paging.Portions;
import dev.seatport.http.internal.paging.RowStream;
import dev.seatport.http.internal.rate.AdaptiveRate;
import dev.seatport.http.internal.rate.Permits;
import dev.seatport.http.internal.rate.VendorGate;
import dev.seatport.http.internal.retry.Deadline;
import dev.seatport.http.internal.retry.RetryPolicy;
import dev.seatport.http.internal.retry.Retrying;
import dev.seatport.http.internal.rows.RowsBodies;
import dev.seatport.http.internal.time.Clockwork;
import dev.seatport.http.internal.time.Entrance;
import dev.seatport.http.internal.time.VertxClockwork;
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
 * @param signals where results are delivered; {@code null} for the client's event loop
 */
record Assembly(
        VertxClockwork time,
        Transport transport,
        Permits permits,
        TokenSource tokens,
        Deadline deadline,
        CallPath path,
        BodyReaders readers,
        Journal journal,
        RowsBodies rows,
        @Nullable Executor signals) {

    private static final long HEAP = Runtime.getRuntime().maxMemory();

    static Assembly of(Vertx vertx, VendorClientOptions options) {
        CallLimits limits = options.limits();
        Journal journal = new Journal(new GuardedWatcher(options.watcher()), options.nanos());
        SecretDetector secrets = new SecretDetector(secrets(options));
        ToldOnce told = new ToldOnce(journal, secrets::detects);
        Context context = Transport.context(vertx);
        Entrance entrance = new Entrance(context);
        Executor loop = tolerant(entrance);
        Executor later = tolerant(entrance.later());
        VertxClockwork time = new VertxClockwork(vertx, context, options.nanos());
        Transport transport = new Transport(vertx, context, time, route(options), HEAP / 8);
        ExchangeLog log = new ExchangeLog(journal, options.clock());
        Deadline deadline = new Deadline(entrance, time);
        VendorGate gate = new VendorGate(loop, time, new AdaptiveRate(limits.requestsPerSecond(), time.nanos()));
        Permits permits = new Permits(entrance, later, limits.inFlight(), limits.waiting());
        BodyReaders readers = new BodyReaders(limits.readers(), permits::underWay, later);
        TokenForm form = new TokenForm(vertx, options.tokenUrl(), options.credentials(), options.clock(), secrets);
        TokenEndpoint endpoint = tokenEndpoint(form, options, transport, loop, time, deadline, log);
        TokenSource tokens = new TokenSource(loop, later, endpoint, time, options.random(), secrets);
        CallPath path = new CallPath(new CallPath.Parts(
                Origin.of(options.baseUrl()),
                limits.deadline(),
                deadline,
                permits,
                retrying(options, journal, loop, time, gate),
                tokens,
                gate,
                transport,
                new ExchangeLimits(limits.request(), limits.head(), limits.idle(), limits.answerBytes()),
                new AnswerReader(
                        options.failureReader(),
                        options.correlationHeader().orElse(null),
                        told,
                        options.clock(),
                        secrets),
                readers,
                log));
        return new Assembly(
                time,
                transport,
                permits,
                tokens,
                deadline,
                path,
                readers,
                journal,
                new RowsBodies(HEAP / 2, told, options.clock()),
                options.executor().orElse(null));
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
        options.proxy().map(HttpProxy::secrets).ifPresent(secrets::addAll);
        return secrets;
    }

    private static Route route(VendorClientOptions options) {
        CallLimits limits = options.limits();
        return new Route(
                limits.inFlight(),
                limits.connect(),
                limits.keepAlive(),
                options.proxy().orElse(null),
                options.extraCertificates().map(ExtraTrust::of).orElse(null));
    }

    private static TokenEndpoint tokenEndpoint(
            TokenForm form,
            VendorClientOptions options,
            Transport transport,
            Executor loop,
            Clockwork time,
            Deadline deadline,
            ExchangeLog log) {
        VendorGate gate = new VendorGate(loop, time, new AdaptiveRate(Double.POSITIVE_INFINITY, time.nanos()));
        return new TokenEndpoint(new TokenEndpoint.Parts(
                new Operation(options.vendor(), "token", null),
                form,
                options.limits().token(),
                options.limits().idle(),
                deadline,
                retrying(options, log.watcher(), loop, time, gate),
                gate,
                transport,
                log,
                options.clock()));
    }

    private static Retrying retrying(
            VendorClientOptions options, VendorWatcher watcher, Executor loop, Clockwork time, VendorGate gate) {
        CallLimits limits = options.limits();
        RetryPolicy policy = new RetryPolicy(
                limits.attempts(),
                limits.retryBase(),
                limits.throttledBase(),
                limits.longestWait(),
                limits.longestRetryAfter());
        return new Retrying(policy, options.random(), loop, time, gate, watcher);
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
        Uni<T> result = outcome.onFailure(VendorException.class).invoke(journal::ended);
        return signals == null ? result : result.emitOn(signals);
    }

    /** Row by row: handing over in batches would ask the vendor for rows that nobody asked for. */
    <T> Flow.Publisher<Observed<T>> delivered(Supplier<Portions<T>> portions) {
        RowStream<T> rows = new RowStream<>(portions, journal::ended);
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
