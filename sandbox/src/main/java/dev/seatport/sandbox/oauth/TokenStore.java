package dev.seatport.sandbox.oauth;

import dev.seatport.sandbox.exchange.EndpointFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that one vendor's token server issued: random text, which tells nothing and cannot be guessed. Another vendor has another store, so its tokens are unknown here. Thread-safe.
 */
public final class TokenStore {
    private static final int TOKEN_BYTES = 32;

    /**
     * What a token allows.
     *
     * @param scopes the granted scopes; empty where a vendor knows none
     * @param end the first instant at which the token is no longer good
     * @param callsLeft how many calls it is still good for; {@link EndpointFault#UNLIMITED} where only time counts
     */
    public record IssuedToken(Set<String> scopes, Instant end, int callsLeft) {
        /** Copies the scopes. */
        public IssuedToken {
            scopes = Set.copyOf(scopes);
        }

        private IssuedToken used() {
            return callsLeft == EndpointFault.UNLIMITED ? this : new IssuedToken(scopes, end, callsLeft - 1);
        }

        private boolean isGood(Instant now) {
            return callsLeft > 0 && now.isBefore(end);
        }
    }

    private final RandomGenerator random;
    private final Duration lifetime;
    private final InstantSource time;
    private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();

    /**
     * An empty store.
     *
     * @param random the source of the tokens; thread-safe
     */
    public TokenStore(RandomGenerator random, Duration lifetime, InstantSource time) {
        this.random = random;
        this.lifetime = lifetime;
        this.time = time;
    }

    /** Counts a call with a token; empty if the token is missing, unknown, expired, used up or revoked. */
    public Optional<IssuedToken> use(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        IssuedToken before = tokens.get(token);
        while (before != null && before.isGood(time.instant())) {
            if (tokens.replace(token, before, before.used())) {
                return Optional.of(before);
            }
            before = tokens.get(token);
        }
        return Optional.empty();
    }

    /** Makes every token issued so far unknown. */
    public void revokeAll() {
        tokens.clear();
    }

    String issue(Set<String> scopes, EndpointFault fault) {
        Instant now = time.instant();
        tokens.values().removeIf(token -> !token.isGood(now));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(token, new IssuedToken(scopes, now.plus(lifetime).minus(fault.tokenLoss()), fault.tokenCalls()));
        return token;
    }

    Duration lifetime() {
        return lifetime;
    }

    Instant now() {
        return time.instant();
    }
}
