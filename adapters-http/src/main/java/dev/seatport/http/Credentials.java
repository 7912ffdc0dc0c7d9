package dev.seatport.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an application proves who it is: OAuth 2.0 client credentials with a client secret (RFC 6749, section 4.4), sent in
 * the form of the token request.
 *
 * @param clientId the application's public id; not empty
 * @param clientSecret its secret
 * @param parameters further form fields that the vendor's token endpoint wants, such as {@code resource}
 */
public record Credentials(String clientId, Secret clientSecret, Map<String, String> parameters) {
    public Credentials {
        if (clientId.isEmpty()) {
            throw new IllegalArgumentException("a client id must not be empty");
        }
        parameters = Map.copyOf(parameters);
    }

    /** Credentials of a vendor whose token endpoint wants no further form fields. */
    public static Credentials clientSecret(String clientId, Secret clientSecret) {
        return new Credentials(clientId, clientSecret, Map.of());
    }

    /** The same with one more form field. */
    public Credentials with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Credentials(clientId, clientSecret, more);
    }

    /** Shows neither the application nor its secret. */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
