package dev.seatport.http.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Credentials;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.exchange.ExchangeFailure;
import dev.seatport.http.internal.exchange.ExchangeLimits;
import dev.seatport.http.internal.exchange.ExchangeLog;
import dev.seatport.http.internal.exchange.RawAnswer;
import dev.seatport.http.internal.exchange.Transport;
import dev.seatport.http.internal.json.Json;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request to the vendor's token endpoint: OAuth 2.0 client credentials, RFC 6749, section 4.4. */
public final class TokenEndpoint {
    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(15), 64 * 1024);

    private final Transport transport;
    private final URI url;
    private final Credentials credentials;
    private final Operation operation;
    private final ExchangeLog log;
    private final InstantSource clock;

    /**
     * An endpoint.
     *
     * @param operation what messages call the token request
     */
    public TokenEndpoint(
            Transport transport,
            URI url,
            Credentials credentials,
            Operation operation,
            ExchangeLog log,
            InstantSource clock) {
        this.transport = transport;
        this.url = url;
        this.credentials = credentials;
        this.operation = operation;
        this.log = log;
        this.clock = clock;
    }

    /** Asks for a token. Fails with a {@link VendorException}. */
    Uni<Token> fetch(@Nullable String scope) {
        ExchangeLog.Entry entry = log.begin(operation);
        return transport
                .send(call(scope), LIMITS)
                .onFailure(ExchangeFailure.class)
                .transform(broken -> {
                    entry.ended(0, broken.kind());
                    return failure(broken.kind(), "token endpoint: " + broken.explanation());
                })
                .invoke(answer -> entry.ended(answer.status(), null))
                .map(answer -> read(answer, scope));
    }

    private Transport.Call call(@Nullable String scope) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
        return new Transport.Call(HttpMethod.POST, url, headers, Buffer.buffer(form(scope)));
    }

    private String form(@Nullable String scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", credentials.clientId());
        fields.put("client_secret", credentials.clientSecret().reveal());
        fields.putAll(credentials.parameters());
        if (scope != null) {
            fields.put("scope", scope);
        }
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Token read(RawAnswer answer, @Nullable String scope) {
        JsonNode body = Json.readLeniently(answer.body());
        if (!answer.good()) {
            throw TokenRefusals.of(operation, answer, body, scope);
        }
        try {
            return TokenAnswer.read(body, clock.instant());
        } catch (TokenAnswer.Unusable e) {
            throw failure(FailureKind.MALFORMED_ANSWER, "token endpoint: " + e.getMessage() + "; check the token URL");
        }
    }

    private VendorException failure(FailureKind kind, String explanation) {
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation)
                .attempts(1)
                .build();
    }
}
