package dev.seatport.sandbox.oauth;

import dev.seatport.sandbox.exchange.Twist;
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

    /** What a token allows one more call; empty when it is missing, unknown, expired, used up or revoked. */
    public Optional<Grant> grantOf(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        Grant before = grants.get(token);
        while (before != null && before.isGood(time.instant())) {
            if (grants.replace(token, before, before.used())) {
                return Optional.of(before);
            }
            before = grants.get(token);
        }
        return Optional.empty();
    }

    /** Makes every token issued so far unknown. */
    public void revokeAll() {
        grants.clear();
    }

    String issue(Set<String> scopes, Twist twist) {
        Instant now = time.instant();
        grants.values().removeIf(grant -> !grant.isGood(now));
        String token = hash(issued.incrementAndGet());
        grants.put(token, new Grant(scopes, now.plus(lifetime).minus(twist.tokenLoss()), twist.tokenCalls()));
        return token;
    }

    Duration lifetime() {
        return lifetime;
    }

    Instant now() {
        return time.instant();
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
