package dev.seatport.http.internal.auth;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.Deadline;
import dev.seatport.http.internal.resilience.Retrying;
import dev.seatport.http.internal.resilience.Tries;
import dev.seatport.http.internal.resilience.VendorGate;
import dev.seatport.http.internal.scheduling.HttpDate;
import dev.seatport.http.internal.transport.ExchangeLimits;
import dev.seatport.http.internal.transport.HttpErrorMapper;
import dev.seatport.http.internal.transport.RawAnswer;
import dev.seatport.http.internal.transport.Transport;
import dev.seatport.http.spi.Operation;
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
public final class TokenEndpoint {
    private static final long LARGEST_ANSWER = 64 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Parts parts;

    public TokenEndpoint(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a token request passes through.
     *
     * @param operation what messages call it
     * @param limit how long it may take with all its waits and tries
     */
    public record Parts(
            Operation operation,
            TokenForm form,
            Duration limit,
            Duration idle,
            Deadline deadline,
            Retrying retrying,
            VendorGate gate,
            Transport transport,
            LoggingListener listener,
            InstantSource clock) {}

    /** Asks for a token. Fails with a {@link VendorException}. */
    Uni<TokenResponse> fetch(@Nullable String scope) {
        return Uni.createFrom().deferred(() -> {
            Tries tries = parts.deadline().begin(parts.limit());
            Uni<TokenResponse> tried = parts.retrying().run(parts.operation(), tries, () -> attempt(scope, tries));
            return parts.deadline()
                    .within(
                            parts.limit(),
                            tried,
                            () -> failure(
                                    FailureKind.TIMED_OUT,
                                    "token endpoint: no token within "
                                            + parts.limit().toSeconds() + " s; try again later",
                                    tries.sent()),
                            () -> failure(FailureKind.CLOSED, "this client was closed", tries.sent()));
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

    private Uni<TokenResponse> attempt(@Nullable String scope, Tries tries) {
        return parts.form()
                .fill(scope)
                .onFailure(IllegalArgumentException.class)
                .transform(unusable ->
                        failure(FailureKind.AUTHENTICATION_FAILED, String.valueOf(unusable.getMessage()), tries.sent()))
                .chain(form -> parts.gate().pass().chain(sentAt -> exchange(form, scope, tries.send(), sentAt)));
    }

    private Uni<TokenResponse> exchange(Buffer form, @Nullable String scope, int attempt, long sentAt) {
        return parts.listener()
                .logged(parts.operation(), attempt, parts.transport().send(call(form), limits()))
                .onFailure(AttemptException.class)
                .transform(broken -> broken.prefixed("token endpoint: "))
                .map(answer -> read(answer, scope, sentAt));
    }

    private ExchangeLimits limits() {
        return new ExchangeLimits(parts.limit(), parts.limit(), parts.idle(), LARGEST_ANSWER);
    }

    private Transport.Call call(Buffer form) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
        return new Transport.Call(HttpMethod.POST, parts.form().url(), headers, form);
    }

    private TokenResponse read(RawAnswer answer, @Nullable String scope, long sentAt) {
        Map<String, @Nullable Object> fields = JsonCodec.fields(answer.body());
        Instant now = parts.clock().instant();
        if (answer.status() != TOO_MANY_REQUESTS) {
            parts.gate().accepted(sentAt);
        }
        if (!answer.good()) {
            throw HttpErrorMapper.ofTokenEndpoint(answer, fields == null ? Map.of() : fields, scope, now, sentAt);
        }
        try {
            return TokenResponse.read(fields, clockAhead(answer, now));
        } catch (TokenResponse.Unusable e) {
            throw failure(
                    FailureKind.MALFORMED_ANSWER, "token endpoint: " + e.getMessage() + "; check the token URL", 1);
        }
    }

    private static @Nullable Duration clockAhead(RawAnswer answer, Instant now) {
        return HttpDate.read(answer.headers().get(HttpHeaders.DATE), now)
                .map(theirs -> Duration.between(theirs, now))
                .orElse(null);
    }

    private VendorException failure(FailureKind kind, String explanation, int attempts) {
        Operation operation = parts.operation();
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation)
                .attempts(attempts)
                .build();
    }
}
