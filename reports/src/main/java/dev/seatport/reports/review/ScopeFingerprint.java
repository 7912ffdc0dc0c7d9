package dev.seatport.reports.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that differs if one of the things differs that were put into it. */
public final class ScopeFingerprint {
    private final MessageDigest digest = digest();

    /** Begins with nothing in it. */
    public ScopeFingerprint() {}

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Puts something in, under its name. */
    public ScopeFingerprint add(String name, String value) {
        digest.update((name + " " + value.length() + " " + value + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
