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
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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
     * @param operation operation that messages name, without an audience
     * @param errorBodyParser parser of the vendor's error responses
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
            ErrorBodyParser errorBodyParser,
            LoggingListener listener,
            InstantSource clock) {}

    /**
     * Fetches a token. Fails with a {@link VendorException}.
     *
     * @param scope {@code null} if the vendor's tokens carry all scopes
     * @param audience {@code null} if the vendor's tokens have no audience
     */
    Uni<TokenResponse> fetch(@Nullable String scope, @Nullable String audience) {
        return Uni.createFrom().deferred(() -> {
            Optional<String> error = dependencies.form().url().validationError(audience);
            if (error.isPresent()) {
                return Uni.createFrom().failure(failure(audience, FailureKind.INVALID_REQUEST, error.get()));
            }
            CallProgress progress = dependencies.callTimeouts().start(dependencies.timeout());
            TokenCall call = new TokenCall(
                    operation(audience), scope, dependencies.form().url().resolve(audience), progress);
            Uni<TokenResponse> token =
                    dependencies.retryExecutor().run(call.operation(), progress, () -> attempt(call));
            return dependencies
                    .callTimeouts()
                    .withTimeout(
                            dependencies.timeout(),
                            token,
                            () -> call.failure(
                                    FailureKind.TIMED_OUT,
                                    "token endpoint: no token within "
                                            + dependencies.timeout().toSeconds() + " s; try again later"),
                            () -> call.failure(FailureKind.CLOSED, "this client was closed"));
        });
    }

    private record TokenCall(
            VendorOperation operation, @Nullable String scope, URI endpoint, CallProgress progress) {
        VendorException failure(FailureKind kind, String explanation) {
            return operation
                    .failure(kind, explanation)
                    .attempts(progress.requestsSent())
                    .build();
        }
    }

    private VendorOperation operation(@Nullable String audience) {
        return audience == null
                ? dependencies.operation()
                : dependencies.operation().forAudience(audience);
    }

    /** Returns the failure of a call while no token is fetched, because the API refused fresh ones. */
    VendorException pausedFailure(@Nullable String audience, Duration pause) {
        return failure(audience, FailureKind.AUTHENTICATION_FAILED, pausedMessage(pause));
    }

    /** Explains that no token is fetched during the pause. */
    public static String pausedMessage(Duration pause) {
        return "the vendor refused several fresh tokens in a row; none is fetched for "
                + pause.plusMillis(999).toSeconds() + " s; check the client id, the base URL and the token URL";
    }

    private Uni<TokenResponse> attempt(TokenCall call) {
        return dependencies
                .form()
                .build(call.scope(), call.endpoint())
                .onFailure(IllegalArgumentException.class)
                .transform(unusable ->
                        call.failure(FailureKind.AUTHENTICATION_FAILED, String.valueOf(unusable.getMessage())))
                .chain(form -> dependencies.rateLimiter().acquire().chain(sentAt -> exchange(form, call, sentAt)));
    }

    private Uni<TokenResponse> exchange(Buffer form, TokenCall call, long sentAt) {
        return dependencies
                .listener()
                .logged(
                        call.operation(),
                        call.progress().countRequest(),
                        dependencies.transport().send(outgoingRequest(form, call.endpoint()), limits()))
                .onFailure(AttemptException.class)
                .transform(broken -> broken.withPrefix("token endpoint: "))
                .map(response -> parse(response, call, sentAt));
    }

    private ExchangeLimits limits() {
        return new ExchangeLimits(
                dependencies.timeout(), dependencies.timeout(), dependencies.idleTimeout(), MAX_RESPONSE_BYTES);
    }

    private static Transport.OutgoingRequest outgoingRequest(Buffer form, URI endpoint) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
        return new Transport.OutgoingRequest(HttpMethod.POST, endpoint, headers, form);
    }

    private TokenResponse parse(RawResponse response, TokenCall call, long sentAt) {
        Map<String, @Nullable Object> fields = JsonCodec.decodeFields(response.body());
        Instant now = dependencies.clock().instant();
        if (response.status() != TOO_MANY_REQUESTS) {
            dependencies.rateLimiter().onAccepted(sentAt);
        }
        if (!response.isSuccess()) {
            ErrorDetails details = response.isFromGateway()
                    ? ErrorDetails.NONE
                    : dependencies.errorBodyParser().parseTokenError(response.status(), ErrorBodyFields.of(fields));
            throw HttpErrorMapper.tokenFailure(
                    response, fields == null ? Map.of() : fields, details, call.scope(), now, sentAt);
        }
        try {
            return TokenResponse.parse(fields, clockAhead(response, now));
        } catch (TokenResponse.InvalidTokenResponseException e) {
            throw call.operation()
                    .failure(
                            FailureKind.MALFORMED_ANSWER, "token endpoint: " + e.getMessage() + "; check the token URL")
                    .attempts(1)
                    .build();
        }
    }

    private static @Nullable Duration clockAhead(RawResponse response, Instant now) {
        return HttpDate.parse(response.headers().get(HttpHeaders.DATE), now)
                .map(date -> Duration.between(date, now))
                .orElse(null);
    }

    /** Creates the failure of a token that is not requested. */
    private VendorException failure(@Nullable String audience, FailureKind kind, String explanation) {
        return operation(audience).failure(kind, explanation).build();
    }
}
