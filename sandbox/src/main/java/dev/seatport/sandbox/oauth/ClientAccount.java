package dev.seatport.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * The one client that a token server knows.
 *
 * @param id the client id
 * @param secret the client secret
 */
public record ClientAccount(String id, String secret) {
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
