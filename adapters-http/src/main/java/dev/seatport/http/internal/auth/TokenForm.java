package dev.seatport.http.internal.auth;

import dev.seatport.http.Credentials;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a token request (RFC 6749, section 4.4.2). Made anew for each request: an assertion serves once. */
public final class TokenForm {
    private final Vertx vertx;
    private final URI url;
    private final Credentials credentials;
    private final InstantSource clock;
    private final SecretDetector secrets;

    /**
     * A form.
     *
     * @param vertx whose worker threads sign, so that no event loop has to
     * @param url the token endpoint, which an assertion is addressed to
     * @param secrets learns each assertion
     */
    public TokenForm(Vertx vertx, URI url, Credentials credentials, InstantSource clock, SecretDetector secrets) {
        this.vertx = vertx;
        this.url = url;
        this.credentials = credentials;
        this.clock = clock;
        this.secrets = secrets;
    }

    URI url() {
        return url;
    }

    /** Fails with an {@code IllegalArgumentException} that may be shown if the certificate cannot be used. */
    Uni<Buffer> fill(@Nullable String scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", credentials.clientId());
        return proven(fields).map(proof -> {
            proof.putAll(credentials.parameters());
            if (scope != null) {
                proof.put("scope", scope);
            }
            return encode(proof);
        });
    }

    private Uni<Map<String, String>> proven(Map<String, String> fields) {
        if (credentials instanceof Credentials.ByClientSecret proof) {
            fields.put("client_secret", proof.secret().reveal());
            return Uni.createFrom().item(fields);
        }
        fields.put("client_assertion_type", ClientAssertion.TYPE);
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(this::assertion).toCompletionStage())
                .invoke(assertion -> fields.put("client_assertion", assertion))
                .replaceWith(fields);
    }

    private String assertion() {
        Credentials.ByCertificate proof = (Credentials.ByCertificate) credentials;
        Instant now = clock.instant();
        if (!proof.certificate().validAt(now)) {
            throw new IllegalArgumentException("the certificate is expired or not valid yet; renew it");
        }
        String assertion = ClientAssertion.sign(proof.certificate(), proof.clientId(), url, now);
        secrets.add(assertion);
        return assertion;
    }

    private static Buffer encode(Map<String, String> fields) {
        return Buffer.buffer(fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
