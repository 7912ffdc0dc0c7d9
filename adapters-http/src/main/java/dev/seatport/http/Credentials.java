package dev.seatport.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an application proves who it is: OAuth 2.0 client credentials (RFC 6749, section 4.4), with a secret or with a certificate.
 * Prints neither the application nor its proof.
 */
public sealed interface Credentials {
    /** The application's public id. */
    String clientId();

    /** Further form fields that the vendor's token endpoint wants, such as {@code resource}. */
    Map<String, String> parameters();

    /** The texts in it that must not be seen. */
    List<Secret> secrets();

    /** The same with one more form field. */
    Credentials with(String parameter, String value);

    /** Proof by a client secret, which is sent in the form of the token request. */
    static Credentials clientSecret(String clientId, Secret clientSecret) {
        return new ByClientSecret(clientId, clientSecret, Map.of());
    }

    /** Proof by a certificate: a statement signed with its key is sent ({@code private_key_jwt}, RFC 7523). */
    static Credentials certificate(String clientId, SigningCertificate certificate) {
        return new ByCertificate(clientId, certificate, Map.of());
    }

    /** See {@link #clientSecret}. */
    record ByClientSecret(String clientId, Secret secret, Map<String, String> parameters) implements Credentials {
        public ByClientSecret {
            requireId(clientId);
            parameters = Map.copyOf(parameters);
        }

        @Override
        public Credentials with(String parameter, String value) {
            return new ByClientSecret(clientId, secret, plus(parameters, parameter, value));
        }

        @Override
        public List<Secret> secrets() {
            return List.of(secret);
        }

        @Override
        public String toString() {
            return "Credentials[***]";
        }
    }

    /** See {@link #certificate}. */
    record ByCertificate(String clientId, SigningCertificate certificate, Map<String, String> parameters)
            implements Credentials {
        public ByCertificate {
            requireId(clientId);
            parameters = Map.copyOf(parameters);
        }

        @Override
        public Credentials with(String parameter, String value) {
            return new ByCertificate(clientId, certificate, plus(parameters, parameter, value));
        }

        @Override
        public List<Secret> secrets() {
            return certificate.password().map(List::of).orElse(List.of());
        }

        @Override
        public String toString() {
            return "Credentials[***]";
        }
    }

    private static void requireId(String clientId) {
        if (clientId.isEmpty()) {
            throw new IllegalArgumentException("a client id must not be empty");
        }
    }

    private static Map<String, String> plus(Map<String, String> parameters, String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return more;
    }
}
