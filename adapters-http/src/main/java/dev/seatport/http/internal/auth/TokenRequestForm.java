package dev.seatport.http.internal.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Form of a token request (RFC 6749, section 4.4.2), built for each request.
 *
 * <p>With a certificate, it contains a signed client assertion (RFC 7523) as identity providers require: RS256, valid for five
 * minutes, issued half a minute in the past because clocks differ.
 */
public final class TokenRequestForm {
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Vertx vertx;
    private final TokenUrl url;
    private final Credentials credentials;
    private final InstantSource clock;
    private final SecretDetector secrets;

    /**
     * @param vertx its worker threads sign assertions, because signing would block the event loop
     * @param url token endpoint, for each audience if its URL has one; it is the {@code aud} claim of the assertion
     * @param secrets is given each assertion
     */
    public TokenRequestForm(
            Vertx vertx, TokenUrl url, Credentials credentials, InstantSource clock, SecretDetector secrets) {
        this.vertx = vertx;
        this.url = url;
        this.credentials = credentials;
        this.clock = clock;
        this.secrets = secrets;
    }

    TokenUrl url() {
        return url;
    }

    /**
     * Builds the form. Fails with an {@code IllegalArgumentException} if the certificate cannot be used; its message may be shown.
     *
     * @param endpoint URL that the form is sent to
     */
    Uni<Buffer> build(@Nullable String scope, URI endpoint) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", credentials.clientId());
        return addCredentials(fields, endpoint).map(authenticated -> {
            authenticated.putAll(credentials.parameters());
            if (scope != null) {
                authenticated.put("scope", scope);
            }
            return encode(authenticated);
        });
    }

    private Uni<Map<String, String>> addCredentials(Map<String, String> fields, URI endpoint) {
        SigningCertificate certificate = credentials.certificate().orElse(null);
        if (certificate == null) {
            credentials.secret().ifPresent(secret -> fields.put("client_secret", secret.reveal()));
            return Uni.createFrom().item(fields);
        }
        fields.put("client_assertion_type", ASSERTION_TYPE);
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> assertion(certificate, endpoint))
                        .toCompletionStage())
                .invoke(assertion -> fields.put("client_assertion", assertion))
                .replaceWith(fields);
    }

    /** Creates a unique assertion. Signing takes milliseconds of CPU time, so it runs on a worker thread. */
    private String assertion(SigningCertificate certificate, URI endpoint) {
        Instant now = clock.instant();
        if (!certificate.isValidAt(now)) {
            throw new IllegalArgumentException("the certificate is expired or not valid yet; renew it");
        }
        String assertion = sign(certificate, endpoint, now);
        secrets.add(assertion);
        return assertion;
    }

    private String sign(SigningCertificate certificate, URI endpoint, Instant now) {
        try {
            String signed = encodePart(header(certificate)) + "." + encodePart(claims(endpoint, now));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(certificate.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate's key cannot sign");
        }
    }

    private static ObjectNode header(SigningCertificate certificate) throws GeneralSecurityException {
        byte[] thumbprint = MessageDigest.getInstance("SHA-1")
                .digest(certificate.certificate().getEncoded());
        return JsonNodeFactory.instance
                .objectNode()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("kid", HexFormat.of().withUpperCase().formatHex(thumbprint))
                .put("x5t", BASE64.encodeToString(thumbprint));
    }

    private ObjectNode claims(URI endpoint, Instant now) {
        long issuedAt = now.minus(CLOCK_SKEW).getEpochSecond();
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", credentials.clientId())
                .put("sub", credentials.clientId())
                .put("aud", endpoint.toString())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", issuedAt)
                .put("nbf", issuedAt)
                .put("exp", now.minus(CLOCK_SKEW).plus(ASSERTION_LIFETIME).getEpochSecond());
    }

    private static String encodePart(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
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
