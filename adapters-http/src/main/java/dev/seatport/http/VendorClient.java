package dev.seatport.http;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.codec.StreamingBody;
import dev.seatport.http.internal.paging.DependentBatches;
import dev.seatport.http.internal.paging.LinkedPageCursor;
import dev.seatport.http.internal.paging.ListingPublisher;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.paging.PageCursor;
import dev.seatport.http.internal.paging.RowBatch;
import dev.seatport.http.internal.pipeline.CallPipeline;
import dev.seatport.http.internal.pipeline.DecodableResponse;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
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
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Client of one vendor's API, with its token cache, connection pool and limits. Thread-safe. It runs on one event loop of the
 * given {@link Vertx}. Decoder threads decode large responses while other calls are in progress ({@link
 * ClientLimits#decoderThreads()}). Results arrive on the event loop, or on the executor of the options. Closing the client does
 * not close the {@code Vertx}.
 */
public final class VendorClient {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ClientComponents components;
    private final LongSupplier seeds;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Closeable closeHook;

    private VendorClient(Vertx vertx, VendorClientOptions options) {
        this.vertx = vertx;
        this.components = ClientComponents.of(vertx, options);
        this.seeds = options.random::nextLong;
        // Closing the Vertx stops its event loop: pending calls must fail before that.
        this.closeHook = completion -> components.shutdown(completion::succeed);
        ((VertxInternal) vertx).addCloseHook(closeHook);
    }

    /** Creates a client. Sends nothing yet. */
    public static VendorClient create(Vertx vertx, VendorClientOptions options) {
        return new VendorClient(vertx, options);
    }

    /**
     * Acquires an access token for an operation and returns its metadata. Sends a token request only if no valid token is
     * cached.
     *
     * @param operation names the scope and the audience of the token
     * @return completes with the metadata of the token, or with a {@link VendorException} whose operation is {@code token}
     */
    public CompletionStage<TokenMetadata> acquireToken(VendorOperation operation) {
        Uni<TokenMetadata> access = Uni.createFrom().deferred(() -> {
            requireOpen(operation);
            return components.tokens().tokenInfo(operation);
        });
        return components.deliver(access).subscribeAsCompletionStage();
    }

    /**
     * Fetches one object.
     *
     * @param request creates the request when the call starts; its exception fails the call
     * @param type DTO class of the response
     * @param mapper maps the DTO; called on the event loop
     * @return completes with the value, or with a {@link VendorException}. Cancelling its {@code CompletableFuture} cancels the
     *     call
     */
    public <D, T> CompletionStage<Observed<T>> fetch(
            Supplier<VendorRequest> request, Class<D> type, RowMapper<D, T> mapper) {
        Uni<Observed<T>> observed = this.<D, T>call(request, type, null)
                .map(decodableResponse -> decodableResponse
                        .context()
                        .observed(mapper.map(decodableResponse.content(), "$", decodableResponse.context())));
        return components.deliver(observed).subscribeAsCompletionStage();
    }

    /**
     * Fetches a listing that the vendor serves in one response.
     *
     * @param request creates the request of each subscription; its exception fails the subscription
     * @param type DTO class of the response
     * @param rows maps the DTO to the rows, and to the failure that ends the listing after them, if any
     */
    public <D, T> Flow.Publisher<Observed<T>> list(
            Supplier<VendorRequest> request, Class<D> type, BiFunction<D, ResponseContext, ListingResult<T>> rows) {
        return components.deliver(() -> () -> fetchWhole(request, type, null, rows));
    }

    /**
     * Fetches a listing like {@link #list(Supplier, Class, BiFunction)}, with a faster decoder for large responses.
     *
     * @param reader decodes responses of the supported form. {@code rows} then gets a DTO with an empty list of rows, and needs
     *     to check only the fields around them
     */
    public <D, T> Flow.Publisher<Observed<T>> list(
            Supplier<VendorRequest> request,
            Class<D> type,
            FastResponseReader<D, T> reader,
            BiFunction<D, ResponseContext, ListingResult<T>> rows) {
        return components.deliver(() -> () -> fetchWhole(request, type, reader, rows));
    }

    private <D, T> Uni<RowBatch<T>> fetchWhole(
            Supplier<VendorRequest> request,
            Class<D> type,
            @Nullable FastResponseReader<D, T> reader,
            BiFunction<D, ResponseContext, ListingResult<T>> rows) {
        return call(request, type, reader)
                .map(decodableResponse -> batch(
                        decodableResponse,
                        () -> decodableResponse
                                .body()
                                .listing(decodableResponse.content(), rows, decodableResponse.context())));
    }

    /**
     * Fetches a listing that the vendor serves in one large response, and decodes it while it arrives.
     *
     * @param query request and decoding of the listing
     */
    public <D, R, T> Flow.Publisher<Observed<T>> list(StreamedQuery<D, R, T> query) {
        return components.deliver(() -> () -> fetchStreamed(query)
                .map(decodableResponse -> batch(
                        decodableResponse,
                        () -> decodableResponse
                                .body()
                                .listing(decodableResponse.content(), decodableResponse.context()))));
    }

    /**
     * Fetches one object out of a listing that the vendor serves in one large response.
     *
     * @param query request and decoding of the listing; its collector may drop all other rows
     * @param pick selects the object from the listing; its exception fails the call
     * @return completes like {@link #fetch(Supplier, Class, RowMapper)}
     */
    public <D, R, T> CompletionStage<Observed<T>> fetch(
            StreamedQuery<D, R, T> query, BiFunction<ListingResult<T>, ResponseContext, T> pick) {
        Uni<Observed<T>> observed = fetchStreamed(query)
                .map(decodableResponse -> decodableResponse
                        .context()
                        .observed(pick.apply(
                                listing(
                                        decodableResponse,
                                        () -> decodableResponse
                                                .body()
                                                .listing(decodableResponse.content(), decodableResponse.context())),
                                decodableResponse.context())));
        return components.deliver(observed).subscribeAsCompletionStage();
    }

    /** Fetches a listing page by page, on demand of its subscriber. Each subscription starts at the first page. */
    public <P, R, T> Flow.Publisher<Observed<T>> pages(PagedQuery<P, R, T> query) {
        return components.deliver(() -> {
            requireOpen(query.request(1, query.pageSize()).operation());
            return PageCursor.pages(
                    components.pipeline(), query, components.listener(), seeds.getAsLong(), maxDigestBytes());
        });
    }

    /**
     * Fetches a listing page by page along its links, on demand of its subscriber. Each subscription starts at the first page.
     */
    public <P, R, T> Flow.Publisher<Observed<T>> pages(LinkedQuery<P, R, T> query) {
        return pages(() -> query);
    }

    /**
     * Fetches a listing like {@link #pages(LinkedQuery)}, with a new query for each subscription. So the query may hold the state of
     * its subscription.
     *
     * @param query creates the query of a subscription; its exception fails the subscription
     */
    public <P, R, T> Flow.Publisher<Observed<T>> pages(Supplier<? extends LinkedQuery<P, R, T>> query) {
        return components.deliver(() -> batches(query.get()));
    }

    /**
     * Fetches a listing whose rows depend on another listing of the vendor. Each subscription collects the other listing first, when
     * its first row is requested.
     *
     * @param prior query of the other listing, which must fit in memory
     * @param query creates the query of a subscription from the rows of the other listing, and the failure that ended it, if any;
     *     its exception fails the subscription
     */
    public <S, P, R, T> Flow.Publisher<Observed<T>> pages(
            LinkedQuery<?, ?, S> prior, Function<ListingResult<Observed<S>>, ? extends LinkedQuery<P, R, T>> query) {
        return components.deliver(
                () -> new DependentBatches<>(collect(prior).map(listing -> batches(query.apply(listing)))));
    }

    /**
     * Fetches one object out of a listing with links, of which all pages are read.
     *
     * @param pick selects the object from the rows, and the failure that ended the listing, if any; its exception fails the call
     * @return completes like {@link #fetch(Supplier, Class, RowMapper)}
     */
    public <P, R, T> CompletionStage<Observed<T>> fetch(
            LinkedQuery<P, R, T> query, Function<ListingResult<Observed<T>>, Observed<T>> pick) {
        return components.deliver(collect(query).map(pick)).subscribeAsCompletionStage();
    }

    private <P, R, T> BatchSource<T> batches(LinkedQuery<P, R, T> query) {
        VendorRequest first = query.first();
        requireOpen(first.operation());
        return LinkedPageCursor.pages(
                components.pipeline(), query, first, components.listener(), seeds.getAsLong(), maxDigestBytes());
    }

    private <T> Uni<ListingResult<Observed<T>>> collect(LinkedQuery<?, ?, T> query) {
        return Uni.createFrom()
                .completionStage(() -> Listings.collect(new ListingPublisher<T>(() -> batches(query), failure -> {})));
    }

    private static long maxDigestBytes() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    private static <T> RowBatch<T> batch(DecodableResponse<?, ?> decodableResponse, Supplier<ListingResult<T>> rows) {
        return RowBatch.of(decodableResponse.context().observed(listing(decodableResponse, rows)), false);
    }

    /** Some vendors send a response without content for an empty list. */
    private static <T> ListingResult<T> listing(
            DecodableResponse<?, ?> decodableResponse, Supplier<ListingResult<T>> rows) {
        return decodableResponse.isEmpty() ? new ListingResult<>(List.of(), null) : rows.get();
    }

    /**
     * Returns the number of responses that may belong to another request. It grows when a connection carried more bytes than
     * the responses to its requests, because HTTP/1.1 does not show which response was the first wrong one.
     *
     * @return completes after the time in which a late response would have arrived; never fails
     */
    public CompletionStage<Long> suspectResponseCount() {
        return components.transport().suspectResponseCount();
    }

    private <D, T> Uni<DecodableResponse<D, BufferedBody<D, T>>> call(
            Supplier<VendorRequest> request, Class<D> type, @Nullable FastResponseReader<D, T> reader) {
        return Uni.createFrom().deferred(() -> {
            VendorRequest vendorRequest = request.get();
            requireOpen(vendorRequest.operation());
            CallPipeline pipeline = components.pipeline();
            BufferedBody.FastDecoder<D, T> fastDecoder = reader == null
                    ? null
                    : new BufferedBody.FastDecoder<>(reader, pipeline.partialContext(vendorRequest.operation()), 0);
            return pipeline.call(vendorRequest, () -> new BufferedBody<>(type, fastDecoder));
        });
    }

    private <D, R, T> Uni<DecodableResponse<D, StreamingBody<D, R, T>>> fetchStreamed(StreamedQuery<D, R, T> query) {
        return Uni.createFrom().deferred(() -> {
            VendorRequest vendorRequest = query.request();
            requireOpen(vendorRequest.operation());
            CallPipeline pipeline = components.pipeline();
            return pipeline.call(
                    vendorRequest,
                    () -> new StreamingBody<>(
                            query,
                            components.maxRowBytes(),
                            pipeline.partialContext(vendorRequest.operation()).apply(components.listener())));
        });
    }

    private void requireOpen(VendorOperation operation) {
        if (closed.get()) {
            throw operation
                    .failure(FailureKind.CLOSED, "this client was closed")
                    .build();
        }
    }

    /** Rejects new and queued calls. Calls in progress have ten seconds to finish. Does not block. Idempotent. */
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                long timer = vertx.setTimer(CLOSE_TIMEOUT.toMillis(), ignored -> components.shutdown(() -> {}));
                components.bulkhead().close(() -> {
                    vertx.cancelTimer(timer);
                    components.closeConnections();
                    ((VertxInternal) vertx).removeCloseHook(closeHook);
                });
            } catch (RejectedExecutionException e) {
                // The owner closed the Vertx, which ended all calls.
            }
        }
    }
}
