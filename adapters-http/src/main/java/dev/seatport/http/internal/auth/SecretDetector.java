package dev.seatport.http.internal.auth;

import dev.seatport.http.spi.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets of a client in texts that a vendor chose, such as a correlation id that echoes the token. Thread-safe.
 *
 * <p>Compares rolling hashes of all runs of 16 characters, so the cost depends only on the length of the text.
 */
public final class SecretDetector {
    /** In characters: a text that shares a run of this length with a secret discloses it. */
    private static final int RUN_LENGTH = 16;
    /** In characters: shorter secrets may occur in an id by chance. Secrets from this length up to a run are matched as a whole. */
    private static final int MIN_SECRET_LENGTH = 8;
    /** Number of tokens and assertions that are searched for: those that were used last. */
    private static final int MAX_TOKENS = 32;
    /** In characters: no longer text is ever shown. */
    private static final int MAX_COMPARED_LENGTH = 256;
    /** Odd multiplier with many bits set, so that the hashes of different runs differ. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final List<SubstringHashes> fixed = new ArrayList<>();
    /** In the order of their last use, oldest first. */
    private volatile List<SubstringHashes> recent = List.of();

    /** Sorted hashes of all runs of one secret; empty if it is too short. */
    private static final class SubstringHashes {
        private final String secret;
        private final int length;
        private final long[] hashes;

        SubstringHashes(String secret) {
            this.secret = secret;
            length = Math.min(RUN_LENGTH, secret.length());
            hashes = length < MIN_SECRET_LENGTH ? new long[0] : hashesOf(secret, length);
            Arrays.sort(hashes);
        }

        boolean containsAny(long[] others) {
            for (long other : others) {
                if (Arrays.binarySearch(hashes, other) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param secrets secrets that do not change
     */
    public SecretDetector(Collection<Secret> secrets) {
        for (Secret secret : secrets) {
            fixed.add(new SubstringHashes(secret.reveal()));
            // Token requests contain the URL-encoded secret.
            fixed.add(new SubstringHashes(URLEncoder.encode(secret.reveal(), StandardCharsets.UTF_8)));
        }
    }

    /**
     * Adds a token or an assertion that is used now, and removes the one that was unused for the longest time beyond the maximum. Must
     * be called before the texts of a response are checked, with the token of its request.
     */
    public synchronized void add(String secret) {
        List<SubstringHashes> before = recent;
        // Calls in a row nearly always use the same token.
        if (!before.isEmpty() && before.get(before.size() - 1).secret.equals(secret)) {
            return;
        }
        int at = indexOf(before, secret);
        List<SubstringHashes> updated = new ArrayList<>(before);
        updated.add(at < 0 ? new SubstringHashes(secret) : updated.remove(at));
        recent = List.copyOf(updated.subList(Math.max(0, updated.size() - MAX_TOKENS), updated.size()));
    }

    private static int indexOf(List<SubstringHashes> secrets, String secret) {
        for (int i = 0; i < secrets.size(); i++) {
            if (secrets.get(i).secret.equals(secret)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether a text shares 16 characters in a row with a secret, ignoring ASCII case. */
    public boolean detects(@Nullable String text) {
        if (text == null || text.length() < MIN_SECRET_LENGTH) {
            return false;
        }
        String compared = text.length() > MAX_COMPARED_LENGTH ? text.substring(0, MAX_COMPARED_LENGTH) : text;
        long[] runs = hashesOf(compared, RUN_LENGTH);
        return detects(fixed, compared, runs) || detects(recent, compared, runs);
    }

    private static boolean detects(List<SubstringHashes> secrets, String text, long[] runs) {
        for (SubstringHashes secret : secrets) {
            if (secret.containsAny(secret.length == RUN_LENGTH ? runs : hashesOf(text, secret.length))) {
                return true;
            }
        }
        return false;
    }

    private static long[] hashesOf(String text, int length) {
        long[] hashes = new long[Math.max(0, text.length() - length + 1)];
        long outgoing = 1;
        for (int i = 0; i < length; i++) {
            outgoing *= MULTIPLIER;
        }
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * MULTIPLIER + lowerCase(text, i);
            if (i >= length) {
                hash -= outgoing * lowerCase(text, i - length);
            }
            if (i >= length - 1) {
                hashes[i - length + 1] = hash;
            }
        }
        return hashes;
    }

    private static char lowerCase(String text, int index) {
        char c = text.charAt(index);
        return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
    }
}
