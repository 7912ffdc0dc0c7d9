package dev.seatport.http;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.auth.TokenEndpoint;
import dev.seatport.http.internal.auth.TokenSource;
import dev.seatport.http.internal.call.CallPath;
import dev.seatport.http.internal.exchange.ExchangeLimits;
import dev.seatport.http.internal.exchange.ExchangeLog;
import dev.seatport.http.internal.exchange.Transport;
import dev.seatport.http.internal.paging.ListingStream;
import dev.seatport.http.internal.paging.PagedListing;
import dev.seatport.http.internal.rate.Permits;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A connection to one vendor's API, with its token, its pool and its limits. Thread-safe. All work is done on one event loop of
 * the {@link Vertx} that it is given; results are delivered there. Closing it does not close that {@code Vertx}.
 */
public final class VendorClient {
    private static final int IN_FLIGHT = 8;
    private static final int WAITING = 1_000;
    private static final Duration HEAD = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Transport transport;
    private final Permits permits;
    private final CallPath path;
    private final PagedListing listing;
    private final AtomicBoolean closed = new AtomicBoolean();

    private VendorClient(Vertx vertx, VendorClientOptions options) {
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        Executor loop = task -> context.runOnContext(ignored -> task.run());
        ExchangeLog log = new ExchangeLog(options.watcher(), options.clock());
        Operation token = new Operation(options.vendor(), "token", null);
        this.vertx = vertx;
        this.transport = new Transport(vertx, context, IN_FLIGHT);
        TokenEndpoint endpoint =
                new TokenEndpoint(transport, options.tokenUrl(), options.credentials(), token, log, options.clock());
        this.permits = new Permits(loop, IN_FLIGHT, WAITING);
        this.path = new CallPath(new CallPath.Parts(
                options.baseUrl(),
                permits,
                new TokenSource(loop, endpoint, options.clock()),
                transport,
                new ExchangeLimits(options.requestTimeout(), HEAD, IDLE, options.maxAnswerBytes()),
                options.failureReader(),
                options.correlationHeader().orElse(null),
                log,
                options.clock()));
        this.listing = new PagedListing(path, options.watcher());
    }

    /** Makes a client. Sends nothing yet. */
    public static VendorClient create(Vertx vertx, VendorClientOptions options) {
        return new VendorClient(vertx, options);
    }

    /**
     * Asks for one thing.
     *
     * @param request made when the call begins; what it throws is the call's failure
     * @param type what the answer is parsed as
     * @param mapper what it means; called on the event loop
     * @return completes with the value, or with a {@link VendorException}. Cancelling its {@code CompletableFuture} ends the
     *     exchange
     */
    public <D, T> CompletionStage<Observed<T>> fetch(
            Supplier<VendorRequest> request, Class<D> type, RowMapper<D, T> mapper) {
        return answer(request, type)
                .map(answer -> answer.context().observed(mapper.map(answer.body(), "$", answer.context())))
                .subscribeAsCompletionStage();
    }

    /**
     * Asks for a list that comes in one answer.
     *
     * @param request made for each subscription; what it throws is the subscription's failure
     * @param type what the answer is parsed as
     * @param rows takes the answer apart: the rows that are delivered, and what ends the listing after them, if anything
     */
    public <D, T> Flow.Publisher<Observed<T>> list(
            Supplier<VendorRequest> request, Class<D> type, BiFunction<D, AnswerContext, Listing<T>> rows) {
        // An item, not the call itself, at the source: it waits for the first request, and the call waits for the item.
        return Multi.createFrom()
                .item(type)
                .onItem()
                .transformToUniAndConcatenate(asked -> answer(request, asked))
                .onItem()
                .transformToMultiAndConcatenate(answer ->
                        ListingStream.of(answer.context().observed(rows.apply(answer.body(), answer.context()))));
    }

    /** Asks for a listing page by page, as its subscriber asks for rows; each subscription reads it anew. */
    public <P, R, T> Flow.Publisher<Observed<T>> pages(Paging<P, R, T> paging) {
        return Multi.createFrom().deferred(() -> {
            refuseIfClosed(paging.request(1, paging.pageSize()).operation());
            return listing.rows(paging);
        });
    }

    private <D> Uni<CallPath.Answer<D>> answer(Supplier<VendorRequest> request, Class<D> type) {
        return Uni.createFrom().deferred(() -> {
            VendorRequest made = request.get();
            refuseIfClosed(made.operation());
            return path.call(made, type);
        });
    }

    private void refuseIfClosed(Operation operation) {
        if (closed.get()) {
            throw VendorException.builder(
                            FailureKind.CLOSED, operation.vendor(), operation.name(), "this client was closed")
                    .build();
        }
    }

    /**
     * Refuses new calls from now on, and those that wait for their turn; those under way have ten seconds to finish. Does not
     * block; may be called again.
     */
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                long patience = vertx.setTimer(CLOSING.toMillis(), ignored -> transport.close());
                permits.close(() -> {
                    vertx.cancelTimer(patience);
                    transport.close();
                });
            } catch (RejectedExecutionException e) {
                // Its Vertx was closed by its owner, and everything with it.
            }
        }
    }
}
