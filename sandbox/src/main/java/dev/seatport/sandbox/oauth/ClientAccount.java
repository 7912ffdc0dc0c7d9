package dev.seatport.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Client of a token server, the only one that it accepts.
 *
 * @param id client id
 * @param secret client secret
 */
public record ClientAccount(String id, String secret) {
    private static final int SECRET_BYTES = 24;

    /** Creates a client with random credentials. They are valid at one token server only. */
    public static ClientAccount create(RandomGenerator random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        // The secret always contains characters that a form must escape.
        return new ClientAccount(guid(random), "s+/&~=" + Base64.getEncoder().encodeToString(bytes));
    }

    /** Returns a random GUID. */
    public static String guid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    boolean matches(Map<String, String> form) {
        return hasId(form) && constantTimeEquals(secret, form.getOrDefault("client_secret", ""));
    }

    boolean hasId(Map<String, String> form) {
        return constantTimeEquals(id, form.getOrDefault("client_id", ""));
    }

    /** Shows the id and not the secret. */
    @Override
    public String toString() {
        return "ClientAccount[" + id + "]";
    }

    private static boolean constantTimeEquals(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
