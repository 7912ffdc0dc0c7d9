package dev.seatport.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The one client that a token server knows.
 *
 * @param id the client id
 * @param secret the client secret
 */
public record ClientAccount(String id, String secret) {
    private static final int SECRET_BYTES = 24;

    /** A new client, whose credentials open nothing but its own token server. */
    public static ClientAccount create(RandomGenerator random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        // The secret always has characters that a form must escape.
        return new ClientAccount(guid(random), "s+/&~=" + Base64.getEncoder().encodeToString(bytes));
    }

    /** A random GUID. */
    public static String guid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    boolean isClaimedBy(Map<String, String> form) {
        return same(id, form.getOrDefault("client_id", "")) && same(secret, form.getOrDefault("client_secret", ""));
    }

    /** Names the client, not its secret. */
    @Override
    public String toString() {
        return "ClientAccount[" + id + "]";
    }

    private static boolean same(String known, String claimed) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }
}
