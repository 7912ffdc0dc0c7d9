package dev.seatport.http.internal.auth;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.CallProgress;
import dev.seatport.http.internal.resilience.CallTimeoutEnforcer;
import dev.seatport.http.internal.resilience.RateLimiter;
import dev.seatport.http.internal.resilience.RetryExecutor;
import dev.seatport.http.internal.scheduling.HttpDate;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.HttpErrorMapper;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests tokens from the vendor's token endpoint with OAuth 2.0 client credentials (RFC 6749, section 4.4). The token endpoint is a
 * separate service, so it has its own rate limiter, retry budget and timeout.
 */
public final class TokenClient {
    private static final long MAX_RESPONSE_BYTES = 64 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;

    private final TokenClientDependencies dependencies;

    public TokenClient(TokenClientDependencies dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * Stages and settings of a token request.
     *
     * @param operation operation that messages name
     * @param timeout limit of a token request with all its waits and retries
     */
    public record TokenClientDependencies(
            VendorOperation operation,
            TokenRequestForm form,
            Duration timeout,
            Duration idleTimeout,
            CallTimeoutEnforcer callTimeouts,
            RetryExecutor retryExecutor,
            RateLimiter rateLimiter,
            Transport transport,
            LoggingListener listener,
            InstantSource clock) {}

    /** Fetches a token. Fails with a {@link VendorException}. */
    Uni<TokenResponse> fetch(@Nullable String scope) {
        return Uni.createFrom().deferred(() -> {
            CallProgress progress = dependencies.callTimeouts().start(dependencies.timeout());
            Uni<TokenResponse> token = dependencies
                    .retryExecutor()
                    .run(dependencies.operation(), progress, () -> attempt(scope, progress));
            return dependencies
                    .callTimeouts()
                    .withTimeout(
                            dependencies.timeout(),
                            token,
                            () -> failure(
                                    FailureKind.TIMED_OUT,
                                    "token endpoint: no token within "
                                            + dependencies.timeout().toSeconds() + " s; try again later",
                                    progress.requestsSent()),
                            () -> failure(FailureKind.CLOSED, "this client was closed", progress.requestsSent()));
        });
    }

    /** Returns the failure of a call while no token is fetched, because the API refused fresh ones. */
    VendorException pausedFailure(Duration pause) {
        return failure(FailureKind.AUTHENTICATION_FAILED, pausedMessage(pause), 0);
    }

    /** Explains that no token is fetched during the pause. */
    public static String pausedMessage(Duration pause) {
        return "the vendor refused several fresh tokens in a row; none is fetched for "
                + pause.plusMillis(999).toSeconds() + " s; check the client id, the base URL and the token URL";
    }

    private Uni<TokenResponse> attempt(@Nullable String scope, CallProgress progress) {
        return dependencies
                .form()
                .build(scope)
                .onFailure(IllegalArgumentException.class)
                .transform(unusable -> failure(
                        FailureKind.AUTHENTICATION_FAILED,
                        String.valueOf(unusable.getMessage()),
                        progress.requestsSent()))
                .chain(form -> dependencies
                        .rateLimiter()
                        .acquire()
                        .chain(sentAt -> exchange(form, scope, progress.countRequest(), sentAt)));
    }

    private Uni<TokenResponse> exchange(Buffer form, @Nullable String scope, int attempt, long sentAt) {
        return dependencies
                .listener()
                .logged(
                        dependencies.operation(),
                        attempt,
                        dependencies.transport().send(outgoingRequest(form), limits()))
                .onFailure(AttemptException.class)
                .transform(broken -> broken.withPrefix("token endpoint: "))
                .map(response -> parse(response, scope, sentAt));
    }

    private ExchangeLimits limits() {
        return new ExchangeLimits(
                dependencies.timeout(), dependencies.timeout(), dependencies.idleTimeout(), MAX_RESPONSE_BYTES);
    }

    private Transport.OutgoingRequest outgoingRequest(Buffer form) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
        return new Transport.OutgoingRequest(
                HttpMethod.POST, dependencies.form().url(), headers, form);
    }

    private TokenResponse parse(RawResponse response, @Nullable String scope, long sentAt) {
        Map<String, @Nullable Object> fields = JsonCodec.decodeFields(response.body());
        Instant now = dependencies.clock().instant();
        if (response.status() != TOO_MANY_REQUESTS) {
            dependencies.rateLimiter().onAccepted(sentAt);
        }
        if (!response.isSuccess()) {
            throw HttpErrorMapper.tokenFailure(response, fields == null ? Map.of() : fields, scope, now, sentAt);
        }
        try {
            return TokenResponse.parse(fields, clockAhead(response, now));
        } catch (TokenResponse.InvalidTokenResponseException e) {
            throw failure(
                    FailureKind.MALFORMED_ANSWER, "token endpoint: " + e.getMessage() + "; check the token URL", 1);
        }
    }

    private static @Nullable Duration clockAhead(RawResponse response, Instant now) {
        return HttpDate.parse(response.headers().get(HttpHeaders.DATE), now)
                .map(date -> Duration.between(date, now))
                .orElse(null);
    }

    private VendorException failure(FailureKind kind, String explanation, int attempts) {
        VendorOperation operation = dependencies.operation();
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation)
                .attempts(attempts)
                .build();
    }
}
