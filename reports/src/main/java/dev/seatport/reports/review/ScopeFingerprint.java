package dev.seatport.reports.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over named values. Confined to one thread. */
public final class ScopeFingerprint {
    private final MessageDigest digest = sha256();

    /** Creates a fingerprint without values. */
    public ScopeFingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a value under a name. */
    public ScopeFingerprint add(String name, String value) {
        digest.update((name + " " + value.length() + " " + value + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Returns the hash in hexadecimal digits and clears the fingerprint. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
