package dev.seatport.sandbox.oauth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that one vendor's token server issued. A token is a keyed hash of a counter: it tells nothing and cannot be guessed
 * from the tokens before it. Another vendor has a ledger of its own, so its tokens are unknown here. Thread-safe.
 */
public final class TokenLedger {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final InstantSource time;
    private final AtomicLong issued = new AtomicLong();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /** An empty ledger; the key is drawn from {@code chance}. */
    public TokenLedger(RandomGenerator chance, Duration lifetime, InstantSource time) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.lifetime = lifetime;
        this.time = time;
    }

    /** What a token allows; empty when it is missing, unknown, expired or revoked. */
    public Optional<Grant> grantOf(@Nullable String token) {
        return token == null
                ? Optional.empty()
                : Optional.ofNullable(grants.get(token)).filter(grant -> isGood(grant, time.instant()));
    }

    /** Makes every token issued so far unknown. */
    public void revokeAll() {
        grants.clear();
    }

    String issue(Set<String> scopes) {
        Instant now = time.instant();
        grants.values().removeIf(grant -> !isGood(grant, now));
        String token = hash(issued.incrementAndGet());
        grants.put(token, new Grant(scopes, now.plus(lifetime)));
        return token;
    }

    Duration lifetime() {
        return lifetime;
    }

    Instant now() {
        return time.instant();
    }

    private static boolean isGood(Grant grant, Instant now) {
        return now.isBefore(grant.end());
    }

    private String hash(long number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
