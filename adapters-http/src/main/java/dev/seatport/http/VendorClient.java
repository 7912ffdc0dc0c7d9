package dev.seatport.http;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.codec.StreamingBody;
import dev.seatport.http.internal.paging.PageCursor;
import dev.seatport.http.internal.paging.RowBatch;
import dev.seatport.http.internal.pipeline.CallPipeline;
import dev.seatport.http.internal.pipeline.Response;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Closeable;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one vendor's API, with its token, its pool and its limits. Thread-safe. All work is done on one event loop of
 * the {@link Vertx} that it is given, but for reading large answers while other calls are under way, which threads of its own
 * do ({@link ClientLimits#readers()}). Results are delivered on the event loop, or on the executor of its options. Closing
 * it does not close that {@code Vertx}.
 */
public final class VendorClient {
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ClientComponents components;
    private final LongSupplier seeds;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Closeable ownerCloses;

    private VendorClient(Vertx vertx, VendorClientOptions options) {
        this.vertx = vertx;
        this.components = ClientComponents.of(vertx, options);
        this.seeds = options.random::nextLong;
        // An owner who closes the Vertx takes the event loop away: whoever waits there is told before it is gone.
        this.ownerCloses = closing -> components.end(closing::succeed);
        ((VertxInternal) vertx).addCloseHook(ownerCloses);
    }

    /** Makes a client. Sends nothing yet. */
    public static VendorClient create(Vertx vertx, VendorClientOptions options) {
        return new VendorClient(vertx, options);
    }

    /**
     * Sees to it that there is a token for an operation, and tells what came with it. Asks the token endpoint only if there is none
     * that lives.
     *
     * @return completes with what came with the token, or with a {@link VendorException} whose operation is {@code token}
     */
    public CompletionStage<TokenInfo> acquireToken(VendorOperation vendorOperation) {
        Uni<TokenInfo> access = Uni.createFrom().deferred(() -> {
            refuseIfClosed(vendorOperation);
            return components.tokens().tokenInfo(vendorOperation.scope());
        });
        return components.delivered(access).subscribeAsCompletionStage();
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
        Uni<Observed<T>> observed = this.<D, T>call(request, type, null)
                .map(response -> response.context().observed(mapper.map(response.content(), "$", response.context())));
        return components.delivered(observed).subscribeAsCompletionStage();
    }

    /**
     * Asks for a list that comes in one answer.
     *
     * @param request made for each subscription; what it throws is the subscription's failure
     * @param type what the answer is parsed as
     * @param rows takes the answer apart: the rows that are delivered, and what ends the listing after them, if anything
     */
    public <D, T> Flow.Publisher<Observed<T>> list(
            Supplier<VendorRequest> request, Class<D> type, BiFunction<D, ResponseContext, Listing<T>> rows) {
        return components.delivered(() -> () -> whole(request, type, null, rows));
    }

    /**
     * Asks for a list that comes in one answer, like {@link #list(Supplier, Class, BiFunction)}.
     *
     * @param reader reads the answer if it is regular; then {@code rows} is given it with an empty list of rows, and need only look
     *     at what stands around them
     */
    public <D, T> Flow.Publisher<Observed<T>> list(
            Supplier<VendorRequest> request,
            Class<D> type,
            FastResponseReader<D, T> reader,
            BiFunction<D, ResponseContext, Listing<T>> rows) {
        return components.delivered(() -> () -> whole(request, type, reader, rows));
    }

    private <D, T> Uni<RowBatch<T>> whole(
            Supplier<VendorRequest> request,
            Class<D> type,
            @Nullable FastResponseReader<D, T> reader,
            BiFunction<D, ResponseContext, Listing<T>> rows) {
        return call(request, type, reader)
                .map(response ->
                        batch(response, () -> response.body().listing(response.content(), rows, response.context())));
    }

    /**
     * Asks for a list that comes in one large answer, which is read while it arrives.
     *
     * @param large how it is read
     */
    public <D, R, T> Flow.Publisher<Observed<T>> list(StreamedQuery<D, R, T> large) {
        return components.delivered(() -> () -> stream(large)
                .map(response ->
                        batch(response, () -> response.body().listing(response.content(), response.context()))));
    }

    /**
     * Asks for one thing that is looked for in a list that comes in one large answer.
     *
     * @param large how the list is read; it need gather no other rows
     * @param pick takes the thing from the list; what it throws is the call's failure
     * @return completes like {@link #fetch(Supplier, Class, RowMapper)}
     */
    public <D, R, T> CompletionStage<Observed<T>> fetch(
            StreamedQuery<D, R, T> large, BiFunction<Listing<T>, ResponseContext, T> pick) {
        Uni<Observed<T>> observed = stream(large)
                .map(response -> response.context()
                        .observed(pick.apply(
                                listing(
                                        response,
                                        () -> response.body().listing(response.content(), response.context())),
                                response.context())));
        return components.delivered(observed).subscribeAsCompletionStage();
    }

    /** Asks for a listing page by page, as its subscriber asks for rows; each subscription reads it anew. */
    public <P, R, T> Flow.Publisher<Observed<T>> pages(PagedQuery<P, R, T> pagedQuery) {
        return components.delivered(() -> {
            refuseIfClosed(pagedQuery.request(1, pagedQuery.pageSize()).operation());
            return PageCursor.pages(
                    components.path(),
                    pagedQuery,
                    components.listener(),
                    seeds.getAsLong(),
                    Runtime.getRuntime().maxMemory() / 4);
        });
    }

    private static <T> RowBatch<T> batch(Response<?, ?> response, Supplier<Listing<T>> rows) {
        return RowBatch.of(response.context().observed(listing(response, rows)), false);
    }

    /** A response without content is how some vendors say that a list is empty. */
    private static <T> Listing<T> listing(Response<?, ?> response, Supplier<Listing<T>> rows) {
        return response.isEmpty() ? new Listing<>(List.of(), null) : rows.get();
    }

    /**
     * Counts the answers that may belong to other requests than those that they were given to: a connection brought more bytes than the
     * responses to its requests, and HTTP/1.1 does not show since when.
     *
     * @return completes, and never fails, after the time in which a response that is still on its way would have come
     */
    public CompletionStage<Long> suspectResponseCount() {
        return components.transport().suspectResponseCount();
    }

    private <D, T> Uni<Response<D, BufferedBody<D, T>>> call(
            Supplier<VendorRequest> request, Class<D> type, @Nullable FastResponseReader<D, T> reader) {
        return Uni.createFrom().deferred(() -> {
            VendorRequest made = request.get();
            refuseIfClosed(made.operation());
            CallPipeline path = components.path();
            BufferedBody.FastPath<D, T> fastPath = reader == null
                    ? null
                    : new BufferedBody.FastPath<>(reader, path.partialContext(made.operation()), 0);
            return path.call(made, () -> new BufferedBody<>(type, fastPath));
        });
    }

    private <D, R, T> Uni<Response<D, StreamingBody<D, R, T>>> stream(StreamedQuery<D, R, T> large) {
        return Uni.createFrom().deferred(() -> {
            VendorRequest made = large.request();
            refuseIfClosed(made.operation());
            CallPipeline path = components.path();
            return path.call(
                    made,
                    () -> new StreamingBody<>(
                            large,
                            components.rowMemory(),
                            path.partialContext(made.operation()).apply(components.listener())));
        });
    }

    private void refuseIfClosed(VendorOperation vendorOperation) {
        if (closed.get()) {
            throw VendorException.builder(
                            FailureKind.CLOSED,
                            vendorOperation.vendor(),
                            vendorOperation.name(),
                            "this client was closed")
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
                long patience = vertx.setTimer(CLOSING.toMillis(), ignored -> components.end(() -> {}));
                components.permits().close(() -> {
                    vertx.cancelTimer(patience);
                    components.release();
                    ((VertxInternal) vertx).removeCloseHook(ownerCloses);
                });
            } catch (RejectedExecutionException e) {
                // Its Vertx was closed by its owner, and everything with it.
            }
        }
    }
}
