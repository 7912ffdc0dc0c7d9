package dev.seatport.http.internal.pipeline;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.auth.TokenCache;
import dev.seatport.http.internal.auth.TokenClient;
import dev.seatport.http.internal.codec.DecoderPool;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.codec.ResponseBodyDecoder;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AudienceThrottle;
import dev.seatport.http.internal.resilience.Bulkhead;
import dev.seatport.http.internal.resilience.CallProgress;
import dev.seatport.http.internal.resilience.CallTimeoutEnforcer;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.RateLimitParser;
import dev.seatport.http.spi.RateLimitStatus;
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
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stages of a call, in this order:
 *
 * <pre>timeout, bulkhead, retry [ token, rate limiter, exchange, decode ]</pre>
 *
 * <p>A call keeps its bulkhead permit during all attempts, except during a pause of its audience. It ends with a decoded response or
 * with a {@link VendorException}.
 */
public final class CallPipeline {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    /** After this many replacements, tokens are revoked faster than they can be used. */
    private static final int MAX_REPLAYS = 3;

    private final Dependencies dependencies;

    public CallPipeline(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * Stages and settings of a call.
     *
     * @param baseUrl base of the paths of requests
     * @param timeout limit of a call with all its waits and retries
     */
    public record Dependencies(
            BaseUrl baseUrl,
            Duration timeout,
            CallTimeoutEnforcer callTimeouts,
            Bulkhead bulkhead,
            RetryExecutor retryExecutor,
            TokenCache tokenCache,
            RateLimiter rateLimiter,
            RateLimitParser rateLimitParser,
            AudienceThrottle audienceThrottle,
            Transport transport,
            ExchangeLimits exchangeLimits,
            ResponseHandler responseHandler,
            DecoderPool decoderPool,
            LoggingListener listener) {}

    /** Returns a factory of the context of a successful response that is still arriving. Its argument receives schema drift. */
    public Function<CallListener, ResponseContext> partialContext(VendorOperation vendorOperation) {
        return listener -> dependencies.responseHandler().partialContext(vendorOperation, listener);
    }

    /** Returns the base of the paths of requests. */
    public BaseUrl baseUrl() {
        return dependencies.baseUrl();
    }

    /**
     * Starts the call on subscription. Cancelling the subscription cancels the call in any stage.
     *
     * @param bodies creates the receiver of each response body, on the event loop
     */
    public <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> call(
            VendorRequest request, Supplier<B> bodies) {
        return call(request, null, bodies);
    }

    /**
     * Starts the call like {@link #call(VendorRequest, Supplier)}, for a page that an earlier response links to.
     *
     * @param request request for the first page; its operation, audience, headers and size limit apply
     * @param linkTarget path and query on the server of the base URL, for a GET request; {@code null} to send {@code request}
     */
    public <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> call(
            VendorRequest request, @Nullable String linkTarget, Supplier<B> bodies) {
        return Uni.createFrom().deferred(() -> {
            CallProgress progress = dependencies.callTimeouts().start(dependencies.timeout());
            return timeout(new Call<>(request, linkTarget, bodies, progress));
        });
    }

    private record Call<D, B extends ResponseBodyDecoder<D>>(
            VendorRequest request, @Nullable String linkTarget, Supplier<B> bodies, CallProgress progress) {
        VendorOperation operation() {
            return request.operation();
        }
    }

    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> timeout(Call<D, B> call) {
        return dependencies
                .callTimeouts()
                .withTimeout(
                        dependencies.timeout(),
                        bulkhead(call),
                        () -> timedOut(call),
                        () -> failure(call, FailureKind.CLOSED, "this client was closed")
                                .build());
    }

    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> bulkhead(Call<D, B> call) {
        // Deferred: the state of token and rate limiter is read when the call has its permit.
        return dependencies
                .bulkhead()
                .execute(call.operation(), Uni.createFrom().deferred(() -> retry(call)));
    }

    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> retry(Call<D, B> call) {
        return dependencies
                .retryExecutor()
                .run(call.operation(), call.progress(), () -> token(call).chain(response -> decode(call, response)));
    }

    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> token(Call<D, B> call) {
        Secret cached = dependencies.tokenCache().cached(call.operation());
        // A token is nearly always cached. Then the call need not wait.
        return cached == null
                ? dependencies
                        .tokenCache()
                        .token(call.operation())
                        .chain(token -> authorized(call, new AttemptToken(token, false, 0)))
                : authorized(call, new AttemptToken(cached, false, 0));
    }

    /**
     * Token of one request.
     *
     * @param refreshed whether the attempt used its one fresh token
     * @param replays number of repeated requests
     */
    private record AttemptToken(Secret token, boolean refreshed, int replays) {
        AttemptToken next(Secret fresh, boolean counts) {
            return new AttemptToken(fresh, refreshed || counts, replays + 1);
        }
    }

    /**
     * Repeats a request with one fresh token if the vendor refuses its token, which may have been revoked.
     *
     * <p>The refusal of a token that another call replaced meanwhile is not counted, because it does not concern the fresh one. {@link
     * #MAX_REPLAYS} limits these repetitions.
     */
    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> authorized(
            Call<D, B> call, AttemptToken attempt) {
        VendorOperation vendorOperation = call.operation();
        return rateLimiter(call, attempt.token()).chain(decodableResponse -> {
            if (decodableResponse.head.isSuccess()) {
                dependencies.tokenCache().onAccepted(vendorOperation, attempt.token());
            }
            if (decodableResponse.head.status() != UNAUTHORIZED || decodableResponse.head.isFromGateway()) {
                return Uni.createFrom().item(decodableResponse);
            }
            return dependencies
                    .tokenCache()
                    .onRefused(vendorOperation, attempt.token())
                    .chain(current -> {
                        if (attempt.replays() == MAX_REPLAYS || (current && attempt.refreshed())) {
                            return Uni.createFrom().item(decodableResponse);
                        }
                        Duration pause =
                                current ? dependencies.tokenCache().remainingPause(vendorOperation) : Duration.ZERO;
                        if (!pause.isZero()) {
                            return Uni.createFrom().failure(unauthorized(call, pause));
                        }
                        return dependencies
                                .tokenCache()
                                .replace(vendorOperation, attempt.token())
                                .chain(fresh -> authorized(call, attempt.next(fresh, current)));
                    });
        });
    }

    /** Fails a call at once if its deadline is before the end of the pause. */
    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> rateLimiter(
            Call<D, B> call, Secret token) {
        Duration audiencePause = audiencePause(call);
        if (!audiencePause.isZero()) {
            return Uni.createFrom().failure(pausedOrThrottled(call, audiencePause));
        }
        Duration pause = dependencies.rateLimiter().remainingPause();
        if (!pause.isZero() && !dependencies.callTimeouts().canWait(call.progress(), pause)) {
            return Uni.createFrom().failure(throttled(call, pause));
        }
        OptionalLong acquired = dependencies.rateLimiter().tryAcquire();
        return acquired.isEmpty()
                ? dependencies.rateLimiter().acquire().chain(sentAt -> exchangeUnlessPaused(call, token, sentAt))
                : exchange(call, token, acquired.getAsLong());
    }

    /** The audience may have been paused while the call waited in the rate limiter. */
    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> exchangeUnlessPaused(
            Call<D, B> call, Secret token, long sentAt) {
        Duration audiencePause = audiencePause(call);
        return audiencePause.isZero()
                ? exchange(call, token, sentAt)
                : Uni.createFrom().failure(pausedOrThrottled(call, audiencePause));
    }

    /**
     * Returns the pause of the audience that the call must wait for. After an announced limit, the vendor still accepts requests. So a
     * call whose deadline is before the end of such a pause sends its request at once.
     */
    private Duration audiencePause(Call<?, ?> call) {
        AudienceThrottle throttle = dependencies.audienceThrottle();
        String audience = call.operation().audience();
        Duration pause = throttle.remainingPause(audience);
        return pause.isZero() || dependencies.callTimeouts().canWait(call.progress(), pause)
                ? pause
                : throttle.remainingRefusalPause(audience);
    }

    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> exchange(
            Call<D, B> call, Secret token, long sentAt) {
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
                                        outgoingRequest(call, token),
                                        dependencies
                                                .exchangeLimits()
                                                .forBody(call.request().maxResponseBytes()),
                                        body))
                .map(head -> new DecodableResponse<>(call.operation(), token, head, body, attempt, sentAt));
    }

    private Transport.OutgoingRequest outgoingRequest(Call<?, ?> call, Secret token) {
        VendorRequest request = call.request();
        MultiMap headers = HttpHeaders.headers().set(HttpHeaders.ACCEPT, "application/json");
        request.headers().forEach(headers::set);
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal())
                .set(HttpHeaders.CONTENT_TYPE, "application/json");
        String linkTarget = call.linkTarget();
        if (linkTarget != null) {
            return new Transport.OutgoingRequest(
                    HttpMethod.GET, dependencies.baseUrl().withoutPath(), linkTarget, headers, null);
        }
        Buffer body = request.body().map(JsonCodec::encode).orElse(null);
        return new Transport.OutgoingRequest(
                request.method(), dependencies.baseUrl(), request.pathAndQuery(), headers, body);
    }

    /** Fails with an {@link AttemptException} if a retry may make sense. */
    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> decode(
            Call<D, B> call, DecodableResponse<D, B> decodableResponse) {
        RateLimitStatus limit = rateLimitStatus(decodableResponse.head);
        String audience = limit.scope() == RateLimitStatus.Scope.AUDIENCE
                ? call.operation().audience()
                : null;
        if (decodableResponse.head.status() != TOO_MANY_REQUESTS) {
            dependencies.rateLimiter().onAccepted(decodableResponse.sentAt);
            dependencies.audienceThrottle().onAccepted(call.operation().audience(), decodableResponse.sentAt);
            slowDown(limit, audience);
        }
        return audience == null
                ? decodeBody(decodableResponse)
                : Uni.createFrom()
                        .deferred(() -> decodeBody(decodableResponse))
                        .onFailure(AttemptException.class)
                        .transform(failure -> refused(call, audience, failure));
    }

    /** The parser is code of an adapter, and its headers are optional. So its exception must not fail the call. */
    private RateLimitStatus rateLimitStatus(RawResponse head) {
        try {
            return dependencies.rateLimitParser().parse(head.headers()::get);
        } catch (RuntimeException e) {
            return RateLimitStatus.UNREPORTED;
        }
    }

    private void slowDown(RateLimitStatus limit, @Nullable String audience) {
        if (limit.isNearLimit()) {
            double usedFraction = limit.usedFraction().orElse(1);
            if (audience == null) {
                dependencies.rateLimiter().onAnnounced(usedFraction);
            } else {
                dependencies.audienceThrottle().onAnnounced(audience, usedFraction);
            }
        }
    }

    /** Returns the failure of an attempt whose rate limit concerns one audience. The rate of the client stays as it is. */
    private RuntimeException refused(Call<?, ?> call, String audience, AttemptException failure) {
        if (!failure.isThrottled()) {
            return failure;
        }
        AudienceThrottle throttle = dependencies.audienceThrottle();
        call.progress().recordThrottled(true);
        boolean startsPause = throttle.remainingRefusalPause(audience).isZero();
        boolean mayWait = throttle.onRefused(audience, failure);
        Duration pause = throttle.remainingRefusalPause(audience);
        dependencies.listener().audienceThrottled(call.operation(), pause, startsPause);
        if (!mayWait || !dependencies.callTimeouts().canWait(call.progress(), pause)) {
            return failure.toVendorException(call.operation(), call.progress().requestsSent());
        }
        dependencies
                .listener()
                .retrying(
                        call.operation().vendor(),
                        call.operation().name(),
                        call.progress().requestsSent(),
                        pause);
        return throttle.paused(pause);
    }

    private RuntimeException pausedOrThrottled(Call<?, ?> call, Duration pause) {
        return dependencies.callTimeouts().canWait(call.progress(), pause)
                ? dependencies.audienceThrottle().paused(pause)
                : throttled(call, pause);
    }

    private <D, B extends ResponseBodyDecoder<D>> Uni<DecodableResponse<D, B>> decodeBody(
            DecodableResponse<D, B> decodableResponse) {
        return decodableResponse.head.isSuccess() && dependencies.decoderPool().isWorthwhile(decodableResponse.body)
                ? dependencies
                        .decoderPool()
                        .decode(decodableResponse.body)
                        .map(decoded -> dependencies.responseHandler().decode(decodableResponse))
                : Uni.createFrom().item(dependencies.responseHandler().decode(decodableResponse));
    }

    private static VendorException throttled(Call<?, ?> call, Duration pause) {
        return failure(
                        call,
                        FailureKind.RATE_LIMITED,
                        "the pause after a rate-limit response is longer than this call may take; try again later")
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
        String limit = dependencies.timeout().toSeconds() + " s (requests sent: " + requests + "); ";
        VendorException.Builder failure = call.progress().lastWasThrottled()
                ? failure(
                        call,
                        FailureKind.RATE_LIMITED,
                        "rate limit of the vendor exceeded for " + limit
                                + "set a limit of requests a second, or try again later")
                : failure(call, FailureKind.TIMED_OUT, "no response within " + limit + "try again later");
        return failure.attempts(requests).build();
    }

    private static VendorException.Builder failure(Call<?, ?> call, FailureKind kind, String explanation) {
        return call.operation().failure(kind, explanation);
    }
}
