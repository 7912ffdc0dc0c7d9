package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.auth.TokenCache;
import dev.seatport.http.internal.auth.TokenClient;
import dev.seatport.http.internal.codec.DecoderPool;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.codec.ResponseBody;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.Bulkhead;
import dev.seatport.http.internal.resilience.CallProgress;
import dev.seatport.http.internal.resilience.CallTimeouts;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stages of a call, in this order:
 *
 * <pre>timeout, bulkhead, retry [ token, rate limiter, exchange, decode ]</pre>
 *
 * <p>The permit of the bulkhead is held across all tries. A call ends with a response that is decoded, or with a
 * {@link VendorException}.
 */
public final class CallPipeline {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    /** Beyond that, tokens die faster than they can be used. */
    private static final int MOST_REPLAYS = 3;

    private final Dependencies dependencies;

    public CallPipeline(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * What a call passes through.
     *
     * @param base what the paths of requests are relative to
     * @param limit how long a call may take with all its waits and tries
     */
    public record Dependencies(
            BaseUrl base,
            Duration limit,
            CallTimeouts deadline,
            Bulkhead permits,
            RetryExecutor retrying,
            TokenCache tokens,
            RateLimiter gate,
            Transport transport,
            ExchangeLimits exchange,
            ResponseHandler reader,
            DecoderPool readers,
            LoggingListener listener) {}

    /** What is known of a good response before all of it was read; whom to tell of drift is given. */
    public Function<CallListener, ResponseContext> early(VendorOperation vendorOperation) {
        return told -> dependencies.reader().early(vendorOperation, told);
    }

    /**
     * Makes the call once subscribed to; cancelling ends it wherever it is.
     *
     * @param bodies makes what takes the body of each response, on the event loop
     */
    public <D, B extends ResponseBody<D>> Uni<Response<D, B>> call(VendorRequest request, Supplier<B> bodies) {
        return Uni.createFrom().deferred(() -> {
            CallProgress tries = dependencies.deadline().begin(dependencies.limit());
            return timeout(new Call<>(request, bodies, tries));
        });
    }

    /** One call, with what it sent by now. */
    private record Call<D, B extends ResponseBody<D>>(VendorRequest request, Supplier<B> bodies, CallProgress tries) {
        VendorOperation operation() {
            return request.operation();
        }
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> timeout(Call<D, B> call) {
        return dependencies
                .deadline()
                .within(
                        dependencies.limit(),
                        bulkhead(call),
                        () -> late(call),
                        () -> failure(call, FailureKind.CLOSED, "this client was closed")
                                .build());
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> bulkhead(Call<D, B> call) {
        // Deferred: what is true now of the token and the rate need not be when it is this call's turn.
        return dependencies.permits().during(call.operation(), Uni.createFrom().deferred(() -> retry(call)));
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> retry(Call<D, B> call) {
        return dependencies
                .retrying()
                .run(call.operation(), call.tries(), () -> token(call).chain(this::decode));
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> token(Call<D, B> call) {
        String scope = call.operation().scope();
        Secret held = dependencies.tokens().held(scope);
        // Nearly always there is one: then nothing has to be waited for.
        return held == null
                ? dependencies.tokens().token(scope).chain(token -> authorized(call, new AttemptToken(token, false, 0)))
                : authorized(call, new AttemptToken(held, false, 0));
    }

    /**
     * What one attempt is sent with.
     *
     * @param refreshed whether it had its one fresh token
     * @param replays how often it was sent again
     */
    private record AttemptToken(Secret token, boolean refreshed, int replays) {
        AttemptToken next(Secret fresh, boolean counts) {
            return new AttemptToken(fresh, refreshed || counts, replays + 1);
        }
    }

    /**
     * A token may die before its time: then one fresh one is tried, and no other. A token that somebody replaced while it was under
     * way says nothing about the fresh one, so its refusal is not counted; but there is an end to that too.
     */
    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> authorized(Call<D, B> call, AttemptToken attemptToken) {
        VendorOperation vendorOperation = call.operation();
        return rateLimiter(call, attemptToken.token()).chain(response -> {
            if (response.head.good()) {
                dependencies.tokens().proven(vendorOperation, attemptToken.token());
            }
            if (response.head.status() != UNAUTHORIZED || response.head.ofGateway()) {
                return Uni.createFrom().item(response);
            }
            return dependencies
                    .tokens()
                    .refused(vendorOperation, attemptToken.token())
                    .chain(current -> {
                        if (attemptToken.replays() == MOST_REPLAYS || (current && attemptToken.refreshed())) {
                            return Uni.createFrom().item(response);
                        }
                        Duration pause = current ? dependencies.tokens().pause(vendorOperation) : Duration.ZERO;
                        if (!pause.isZero()) {
                            return Uni.createFrom().failure(unauthorized(call, pause));
                        }
                        return dependencies
                                .tokens()
                                .replace(vendorOperation.scope(), attemptToken.token())
                                .chain(fresh -> authorized(call, attemptToken.next(fresh, current)));
                    });
        });
    }

    /** A call that cannot outlast what the vendor asked for does not wait for it. */
    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> rateLimiter(Call<D, B> call, Secret token) {
        Duration closed = dependencies.gate().closedFor();
        if (!closed.isZero() && !dependencies.deadline().leaves(call.tries(), closed)) {
            return Uni.createFrom().failure(throttled(call, closed));
        }
        OptionalLong passed = dependencies.gate().passAtOnce();
        return passed.isEmpty()
                ? dependencies.gate().pass().chain(sentAt -> exchange(call, token, sentAt))
                : exchange(call, token, passed.getAsLong());
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> exchange(Call<D, B> call, Secret token, long sentAt) {
        VendorRequest request = call.request();
        B body = call.bodies().get();
        int attempt = call.tries().send();
        return dependencies
                .listener()
                .logged(
                        call.operation(),
                        attempt,
                        dependencies
                                .transport()
                                .send(
                                        message(request, token),
                                        dependencies.exchange().forBody(request.largestAnswer()),
                                        body))
                .map(head -> new Response<>(call.operation(), head, body, attempt, sentAt));
    }

    private Transport.OutgoingRequest message(VendorRequest request, Secret token) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal())
                .set(HttpHeaders.CONTENT_TYPE, "application/json");
        Buffer body = request.body().map(JsonCodec::write).orElse(null);
        return new Transport.OutgoingRequest(
                request.method(), dependencies.base(), request.pathAndQuery(), headers, body);
    }

    /** Fails with an {@link AttemptException} if another attempt may make sense. */
    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> decode(Response<D, B> response) {
        if (response.head.status() != TOO_MANY_REQUESTS) {
            dependencies.gate().accepted(response.sentAt);
        }
        return response.head.good() && dependencies.readers().worthwhile(response.body)
                ? dependencies
                        .readers()
                        .decode(response.body)
                        .map(decoded -> dependencies.reader().read(response))
                : Uni.createFrom().item(dependencies.reader().read(response));
    }

    private static VendorException throttled(Call<?, ?> call, Duration closed) {
        return failure(
                        call,
                        FailureKind.RATE_LIMITED,
                        "the vendor asked to be left alone for longer than this call may take; try again later")
                .attempts(call.tries().sent())
                .retryAfter(closed)
                .build();
    }

    private static VendorException unauthorized(Call<?, ?> call, Duration pause) {
        return failure(call, FailureKind.AUTHENTICATION_FAILED, TokenClient.refusedInARow(pause))
                .status(UNAUTHORIZED)
                .attempts(call.tries().sent())
                .build();
    }

    private VendorException late(Call<?, ?> call) {
        int sent = call.tries().sent();
        String limit = dependencies.limit().toSeconds() + " s and " + sent + " requests; ";
        VendorException.Builder failure = call.tries().refusedForTheRate()
                ? failure(
                        call,
                        FailureKind.RATE_LIMITED,
                        "the vendor was asked too often for " + limit
                                + "set a limit of requests a second, or try again later")
                : failure(call, FailureKind.TIMED_OUT, "no answer within " + limit + "try again later");
        return failure.attempts(sent).build();
    }

    private static VendorException.Builder failure(Call<?, ?> call, FailureKind kind, String explanation) {
        return VendorException.builder(
                kind, call.operation().vendor(), call.operation().name(), explanation);
    }
}
