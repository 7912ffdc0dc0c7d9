package dev.seatport.http.spi;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an access token, without the token itself.
 *
 * @param scope the requested scope; {@code null} if the vendor's tokens carry all scopes
 * @param lifetime time from issue to expiry; five minutes if the endpoint does not report it
 * @param grantedScopes scopes that the endpoint granted; {@code null} if it does not report them
 * @param clockAhead how far the local clock is ahead of the endpoint's, negative if it is behind, with a precision of one
 *     second; {@code null} if the response has no date
 */
public record TokenMetadata(
        @Nullable String scope,
        Duration lifetime,
        @Nullable Set<String> grantedScopes,
        @Nullable Duration clockAhead) {
    public TokenMetadata {
        grantedScopes = grantedScopes == null ? null : Set.copyOf(grantedScopes);
    }

    /** Returns whether the endpoint reports granted scopes, and the requested one is not among them. */
    public boolean isScopeMissing() {
        return scope != null && grantedScopes != null && !grantedScopes.contains(scope);
    }
}
