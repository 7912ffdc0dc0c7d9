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
 * Tokens issued by one vendor's token server, as opaque random text. Each vendor has its own store, so the tokens of another are
 * invalid. Thread-safe.
 */
public final class TokenStore {
    private static final int TOKEN_BYTES = 32;
    /** Above it, invalid tokens are removed. Until then a request with an invalid token still has its tenant. */
    private static final int MAX_TOKENS = 10_000;

    /**
     * Rights of a token.
     *
     * @param grants scopes of AvePoint; the only tenant of Microsoft Graph, in lower case; empty for C3
     * @param expiresAt first instant at which the token is invalid
     * @param callsLeft remaining calls; {@link RequestHandlingFault#UNLIMITED} if only time counts
     */
    public record IssuedToken(Set<String> grants, Instant expiresAt, int callsLeft) {
        /** Copies the grants. */
        public IssuedToken {
            grants = Set.copyOf(grants);
        }

        private IssuedToken afterCall() {
            return callsLeft == RequestHandlingFault.UNLIMITED
                    ? this
                    : new IssuedToken(grants, expiresAt, callsLeft - 1);
        }

        private IssuedToken revoked() {
            return new IssuedToken(grants, expiresAt, 0);
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

    /**
     * Returns the grants of a token without counting a call. The token may be invalid: the store removes invalid tokens only if it
     * holds 10,000.
     *
     * @return empty if the token is missing or unknown
     */
    public Set<String> grantsOf(@Nullable String token) {
        IssuedToken issued = token == null ? null : tokens.get(token);
        return issued == null ? Set.of() : issued.grants();
    }

    /** Revokes every token issued so far. */
    public void revokeAll() {
        tokens.replaceAll((token, issued) -> issued.revoked());
    }

    String issue(Set<String> grants, RequestHandlingFault fault) {
        Instant now = time.instant();
        if (tokens.size() >= MAX_TOKENS) {
            tokens.values().removeIf(token -> !token.isValid(now));
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(
                token,
                new IssuedToken(grants, now.plus(lifetime).minus(fault.earlyTokenExpiry()), fault.maxTokenCalls()));
        return token;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Returns the time of the store's clock. */
    public Instant now() {
        return time.instant();
    }
}
