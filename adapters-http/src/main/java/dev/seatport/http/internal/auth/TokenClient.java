package dev.seatport.http.internal.auth;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.CallProgress;
import dev.seatport.http.internal.resilience.CallTimeouts;
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
 * Asks the vendor's token endpoint: OAuth 2.0 client credentials, RFC 6749, section 4.4. It is a service of its own, so it has a
 * gate, a budget and a deadline of its own.
 */
public final class TokenClient {
    private static final long LARGEST_ANSWER = 64 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;

    private final TokenClientDependencies tokenClientDependencies;

    public TokenClient(TokenClientDependencies tokenClientDependencies) {
        this.tokenClientDependencies = tokenClientDependencies;
    }

    /**
     * What a token request passes through.
     *
     * @param operation what messages call it
     * @param limit how long it may take with all its waits and tries
     */
    public record TokenClientDependencies(
            VendorOperation operation,
            TokenRequestForm form,
            Duration limit,
            Duration idle,
            CallTimeouts deadline,
            RetryExecutor retrying,
            RateLimiter gate,
            Transport transport,
            LoggingListener listener,
            InstantSource clock) {}

    /** Asks for a token. Fails with a {@link VendorException}. */
    Uni<TokenResponse> fetch(@Nullable String scope) {
        return Uni.createFrom().deferred(() -> {
            CallProgress callProgress = tokenClientDependencies.deadline().begin(tokenClientDependencies.limit());
            Uni<TokenResponse> tried = tokenClientDependencies
                    .retrying()
                    .run(tokenClientDependencies.operation(), callProgress, () -> attempt(scope, callProgress));
            return tokenClientDependencies
                    .deadline()
                    .within(
                            tokenClientDependencies.limit(),
                            tried,
                            () -> failure(
                                    FailureKind.TIMED_OUT,
                                    "token endpoint: no token within "
                                            + tokenClientDependencies.limit().toSeconds() + " s; try again later",
                                    callProgress.sent()),
                            () -> failure(FailureKind.CLOSED, "this client was closed", callProgress.sent()));
        });
    }

    /** The failure of a call for which no token is fetched because the API refused fresh ones. */
    VendorException paused(Duration pause) {
        return failure(FailureKind.AUTHENTICATION_FAILED, refusedInARow(pause), 0);
    }

    /** Says that no token is fetched for a while. */
    public static String refusedInARow(Duration pause) {
        return "the vendor refused several fresh tokens in a row; none is fetched for "
                + pause.plusMillis(999).toSeconds() + " s; check the client id, the base URL and the token URL";
    }

    private Uni<TokenResponse> attempt(@Nullable String scope, CallProgress callProgress) {
        return tokenClientDependencies
                .form()
                .fill(scope)
                .onFailure(IllegalArgumentException.class)
                .transform(unusable -> failure(
                        FailureKind.AUTHENTICATION_FAILED, String.valueOf(unusable.getMessage()), callProgress.sent()))
                .chain(form -> tokenClientDependencies
                        .gate()
                        .pass()
                        .chain(sentAt -> exchange(form, scope, callProgress.send(), sentAt)));
    }

    private Uni<TokenResponse> exchange(Buffer form, @Nullable String scope, int attempt, long sentAt) {
        return tokenClientDependencies
                .listener()
                .logged(
                        tokenClientDependencies.operation(),
                        attempt,
                        tokenClientDependencies.transport().send(call(form), limits()))
                .onFailure(AttemptException.class)
                .transform(broken -> broken.prefixed("token endpoint: "))
                .map(answer -> read(answer, scope, sentAt));
    }

    private ExchangeLimits limits() {
        return new ExchangeLimits(
                tokenClientDependencies.limit(),
                tokenClientDependencies.limit(),
                tokenClientDependencies.idle(),
                LARGEST_ANSWER);
    }

    private Transport.OutgoingRequest call(Buffer form) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
        return new Transport.OutgoingRequest(
                HttpMethod.POST, tokenClientDependencies.form().url(), headers, form);
    }

    private TokenResponse read(RawResponse answer, @Nullable String scope, long sentAt) {
        Map<String, @Nullable Object> fields = JsonCodec.fields(answer.body());
        Instant now = tokenClientDependencies.clock().instant();
        if (answer.status() != TOO_MANY_REQUESTS) {
            tokenClientDependencies.gate().accepted(sentAt);
        }
        if (!answer.good()) {
            throw HttpErrorMapper.ofTokenEndpoint(answer, fields == null ? Map.of() : fields, scope, now, sentAt);
        }
        try {
            return TokenResponse.read(fields, clockAhead(answer, now));
        } catch (TokenResponse.InvalidTokenResponseException e) {
            throw failure(
                    FailureKind.MALFORMED_ANSWER, "token endpoint: " + e.getMessage() + "; check the token URL", 1);
        }
    }

    private static @Nullable Duration clockAhead(RawResponse answer, Instant now) {
        return HttpDate.read(answer.headers().get(HttpHeaders.DATE), now)
                .map(theirs -> Duration.between(theirs, now))
                .orElse(null);
    }

    private VendorException failure(FailureKind kind, String explanation, int attempts) {
        VendorOperation operation = tokenClientDependencies.operation();
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation)
                .attempts(attempts)
                .build();
    }
}
