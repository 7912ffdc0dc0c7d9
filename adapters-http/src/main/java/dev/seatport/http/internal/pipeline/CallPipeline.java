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
    private static final int MAX_REPLAYS = 3;

    private final Dependencies dependencies;

    public CallPipeline(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * What a call passes through.
     *
     * @param baseUrl what the paths of requests are relative to
     * @param timeout how long a call may take with all its waits and tries
     */
    public record Dependencies(
            BaseUrl baseUrl,
            Duration timeout,
            CallTimeouts callTimeouts,
            Bulkhead bulkhead,
            RetryExecutor retryExecutor,
            TokenCache tokenCache,
            RateLimiter rateLimiter,
            Transport transport,
            ExchangeLimits exchangeLimits,
            ResponseHandler responseHandler,
            DecoderPool decoderPool,
            LoggingListener listener) {}

    /** What is known of a good response before all of it was read; whom to tell of drift is given. */
    public Function<CallListener, ResponseContext> partialContext(VendorOperation vendorOperation) {
        return listener -> dependencies.responseHandler().partialContext(vendorOperation, listener);
    }

    /**
     * Makes the call once subscribed to; cancelling ends it wherever it is.
     *
     * @param bodies makes what takes the body of each response, on the event loop
     */
    public <D, B extends ResponseBody<D>> Uni<Response<D, B>> call(VendorRequest request, Supplier<B> bodies) {
        return Uni.createFrom().deferred(() -> {
            CallProgress progress = dependencies.callTimeouts().start(dependencies.timeout());
            return timeout(new Call<>(request, bodies, progress));
        });
    }

    /** One call, with what it sent by now. */
    private record Call<D, B extends ResponseBody<D>>(
            VendorRequest request, Supplier<B> bodies, CallProgress progress) {
        VendorOperation operation() {
            return request.operation();
        }
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> timeout(Call<D, B> call) {
        return dependencies
                .callTimeouts()
                .withTimeout(
                        dependencies.timeout(),
                        bulkhead(call),
                        () -> timedOut(call),
                        () -> failure(call, FailureKind.CLOSED, "this client was closed")
                                .build());
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> bulkhead(Call<D, B> call) {
        // Deferred: what is true now of the token and the rate need not be when it is this call's turn.
        return dependencies
                .bulkhead()
                .execute(call.operation(), Uni.createFrom().deferred(() -> retry(call)));
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> retry(Call<D, B> call) {
        return dependencies
                .retryExecutor()
                .run(call.operation(), call.progress(), () -> token(call).chain(this::decode));
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> token(Call<D, B> call) {
        String scope = call.operation().scope();
        Secret cached = dependencies.tokenCache().cached(scope);
        // Nearly always there is one: then nothing has to be waited for.
        return cached == null
                ? dependencies
                        .tokenCache()
                        .token(scope)
                        .chain(token -> authorized(call, new AttemptToken(token, false, 0)))
                : authorized(call, new AttemptToken(cached, false, 0));
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
    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> authorized(Call<D, B> call, AttemptToken attempt) {
        VendorOperation vendorOperation = call.operation();
        return rateLimiter(call, attempt.token()).chain(response -> {
            if (response.head.isSuccess()) {
                dependencies.tokenCache().onAccepted(vendorOperation, attempt.token());
            }
            if (response.head.status() != UNAUTHORIZED || response.head.isFromGateway()) {
                return Uni.createFrom().item(response);
            }
            return dependencies
                    .tokenCache()
                    .onRefused(vendorOperation, attempt.token())
                    .chain(current -> {
                        if (attempt.replays() == MAX_REPLAYS || (current && attempt.refreshed())) {
                            return Uni.createFrom().item(response);
                        }
                        Duration pause =
                                current ? dependencies.tokenCache().remainingPause(vendorOperation) : Duration.ZERO;
                        if (!pause.isZero()) {
                            return Uni.createFrom().failure(unauthorized(call, pause));
                        }
                        return dependencies
                                .tokenCache()
                                .replace(vendorOperation.scope(), attempt.token())
                                .chain(fresh -> authorized(call, attempt.next(fresh, current)));
                    });
        });
    }

    /** A call that cannot outlast what the vendor asked for does not wait for it. */
    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> rateLimiter(Call<D, B> call, Secret token) {
        Duration pause = dependencies.rateLimiter().remainingPause();
        if (!pause.isZero() && !dependencies.callTimeouts().canWait(call.progress(), pause)) {
            return Uni.createFrom().failure(throttled(call, pause));
        }
        OptionalLong acquired = dependencies.rateLimiter().tryAcquire();
        return acquired.isEmpty()
                ? dependencies.rateLimiter().acquire().chain(sentAt -> exchange(call, token, sentAt))
                : exchange(call, token, acquired.getAsLong());
    }

    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> exchange(Call<D, B> call, Secret token, long sentAt) {
        VendorRequest request = call.request();
        B body = call.bodies().get();
        int attempt = call.progress().countRequest();
        return dependencies
                .listener()
                .logged(
                        call.operation(),
                        attempt,
                        dependencies
                                .transport()
                                .send(
                                        outgoingRequest(request, token),
                                        dependencies.exchangeLimits().forBody(request.largestAnswer()),
                                        body))
                .map(head -> new Response<>(call.operation(), head, body, attempt, sentAt));
    }

    private Transport.OutgoingRequest outgoingRequest(VendorRequest request, Secret token) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal())
                .set(HttpHeaders.CONTENT_TYPE, "application/json");
        Buffer body = request.body().map(JsonCodec::write).orElse(null);
        return new Transport.OutgoingRequest(
                request.method(), dependencies.baseUrl(), request.pathAndQuery(), headers, body);
    }

    /** Fails with an {@link AttemptException} if another attempt may make sense. */
    private <D, B extends ResponseBody<D>> Uni<Response<D, B>> decode(Response<D, B> response) {
        if (response.head.status() != TOO_MANY_REQUESTS) {
            dependencies.rateLimiter().onAccepted(response.sentAt);
        }
        return response.head.isSuccess() && dependencies.decoderPool().worthwhile(response.body)
                ? dependencies
                        .decoderPool()
                        .decode(response.body)
                        .map(decoded -> dependencies.responseHandler().decode(response))
                : Uni.createFrom().item(dependencies.responseHandler().decode(response));
    }

    private static VendorException throttled(Call<?, ?> call, Duration pause) {
        return failure(
                        call,
                        FailureKind.RATE_LIMITED,
                        "the vendor asked to be left alone for longer than this call may take; try again later")
                .attempts(call.progress().requestsSent())
                .retryAfter(pause)
                .build();
    }

    private static VendorException unauthorized(Call<?, ?> call, Duration pause) {
        return failure(call, FailureKind.AUTHENTICATION_FAILED, TokenClient.pausedMessage(pause))
                .status(UNAUTHORIZED)
                .attempts(call.progress().requestsSent())
                .build();
    }

    private VendorException timedOut(Call<?, ?> call) {
        int requests = call.progress().requestsSent();
        String limit = dependencies.timeout().toSeconds() + " s and " + requests + " requests; ";
        VendorException.Builder failure = call.progress().lastWasThrottled()
                ? failure(
                        call,
                        FailureKind.RATE_LIMITED,
                        "the vendor was asked too often for " + limit
                                + "set a limit of requests a second, or try again later")
                : failure(call, FailureKind.TIMED_OUT, "no answer within " + limit + "try again later");
        return failure.attempts(requests).build();
    }

    private static VendorException.Builder failure(Call<?, ?> call, FailureKind kind, String explanation) {
        return VendorException.builder(
                kind, call.operation().vendor(), call.operation().name(), explanation);
    }
}
