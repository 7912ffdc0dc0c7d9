package dev.seatport.http.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4), with a client secret or a certificate. Immutable. {@code toString}
 * shows neither the client id nor the secret.
 */
public final class Credentials {
    private final String clientId;
    private final @Nullable Secret secret;
    private final @Nullable SigningCertificate certificate;
    private final Map<String, String> parameters;

    private Credentials(
            String clientId,
            @Nullable Secret secret,
            @Nullable SigningCertificate certificate,
            Map<String, String> parameters) {
        if (clientId.isEmpty()) {
            throw new IllegalArgumentException("a client id must not be empty");
        }
        this.clientId = clientId;
        this.secret = secret;
        this.certificate = certificate;
        this.parameters = Map.copyOf(parameters);
    }

    /** Creates credentials with a client secret, which the client sends in the form of the token request. */
    public static Credentials clientSecret(String clientId, Secret clientSecret) {
        return new Credentials(clientId, Objects.requireNonNull(clientSecret, "clientSecret"), null, Map.of());
    }

    /**
     * Creates credentials with a certificate. The client sends an assertion signed with its key ({@code private_key_jwt}, RFC
     * 7523).
     */
    public static Credentials certificate(String clientId, SigningCertificate certificate) {
        return new Credentials(clientId, null, Objects.requireNonNull(certificate, "certificate"), Map.of());
    }

    /** Returns these credentials with an additional form field. */
    public Credentials withParameter(String parameter, String value) {
        Map<String, String> extended = new LinkedHashMap<>(parameters);
        extended.put(parameter, value);
        return new Credentials(clientId, secret, certificate, extended);
    }

    /** Returns the public id of the application. */
    public String clientId() {
        return clientId;
    }

    /**
     * Returns the client secret.
     *
     * @return empty if these credentials use a certificate
     */
    public Optional<Secret> secret() {
        return Optional.ofNullable(secret);
    }

    /**
     * Returns the certificate.
     *
     * @return empty if these credentials use a client secret
     */
    public Optional<SigningCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** Returns additional form fields that the vendor's token endpoint requires, such as {@code resource}. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Returns the texts that must not appear in logs and messages. */
    public List<Secret> secrets() {
        return secret().or(() -> certificate().flatMap(SigningCertificate::password))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
