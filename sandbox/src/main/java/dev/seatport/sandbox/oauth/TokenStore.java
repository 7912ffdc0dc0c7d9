package dev.seatport.sandbox.oauth;

import dev.seatport.sandbox.exchange.RequestHandlingFault;
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
 * Tokens issued by one vendor's token server, as opaque random text. Each vendor has its own store, so the tokens of the other are
 * invalid. Thread-safe.
 */
public final class TokenStore {
    private static final int TOKEN_BYTES = 32;

    /**
     * Rights of a token.
     *
     * @param scopes granted scopes; empty for a vendor without scopes
     * @param expiresAt first instant at which the token is invalid
     * @param callsLeft remaining calls; {@link RequestHandlingFault#UNLIMITED} if only time counts
     */
    public record IssuedToken(Set<String> scopes, Instant expiresAt, int callsLeft) {
        /** Copies the scopes. */
        public IssuedToken {
            scopes = Set.copyOf(scopes);
        }

        private IssuedToken afterCall() {
            return callsLeft == RequestHandlingFault.UNLIMITED
                    ? this
                    : new IssuedToken(scopes, expiresAt, callsLeft - 1);
        }

        private boolean isValid(Instant now) {
            return callsLeft > 0 && now.isBefore(expiresAt);
        }
    }

    private final RandomGenerator random;
    private final Duration lifetime;
    private final InstantSource time;
    private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param random source of the tokens; must be thread-safe
     */
    public TokenStore(RandomGenerator random, Duration lifetime, InstantSource time) {
        this.random = random;
        this.lifetime = lifetime;
        this.time = time;
    }

    /**
     * Counts a call with a token.
     *
     * @return empty if the token is missing, unknown, expired, used up or revoked
     */
    public Optional<IssuedToken> use(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        IssuedToken before = tokens.get(token);
        while (before != null && before.isValid(time.instant())) {
            if (tokens.replace(token, before, before.afterCall())) {
                return Optional.of(before);
            }
            before = tokens.get(token);
        }
        return Optional.empty();
    }

    /** Revokes every token issued so far. */
    public void revokeAll() {
        tokens.clear();
    }

    String issue(Set<String> scopes, RequestHandlingFault fault) {
        Instant now = time.instant();
        tokens.values().removeIf(token -> !token.isValid(now));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(
                token,
                new IssuedToken(scopes, now.plus(lifetime).minus(fault.earlyTokenExpiry()), fault.maxTokenCalls()));
        return token;
    }

    Duration lifetime() {
        return lifetime;
    }

    Instant now() {
        return time.instant();
    }
}
