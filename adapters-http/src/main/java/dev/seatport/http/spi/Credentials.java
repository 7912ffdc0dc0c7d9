package dev.seatport.http.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an application proves who it is: OAuth 2.0 client credentials (RFC 6749, section 4.4), with a secret or with a certificate.
 * Immutable. Prints neither the application nor its proof.
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

    /** Proof by a client secret, which is sent in the form of the token request. */
    public static Credentials clientSecret(String clientId, Secret clientSecret) {
        return new Credentials(clientId, Objects.requireNonNull(clientSecret, "clientSecret"), null, Map.of());
    }

    /** Proof by a certificate: a statement signed with its key is sent ({@code private_key_jwt}, RFC 7523). */
    public static Credentials certificate(String clientId, SigningCertificate certificate) {
        return new Credentials(clientId, null, Objects.requireNonNull(certificate, "certificate"), Map.of());
    }

    /** The same with one more form field. */
    public Credentials withParameter(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Credentials(clientId, secret, certificate, more);
    }

    /** The application's public id. */
    public String clientId() {
        return clientId;
    }

    /** The client secret, if that is the proof. */
    public Optional<Secret> secret() {
        return Optional.ofNullable(secret);
    }

    /** The certificate, if that is the proof. */
    public Optional<SigningCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** Further form fields that the vendor's token endpoint wants, such as {@code resource}. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The texts in it that must not be seen. */
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
