package dev.seatport.http.spi;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's token endpoint said beside the token, which stays inside.
 *
 * @param scope the scope that was asked for; {@code null} where the vendor's tokens carry all
 * @param lifetime how long the token lives from its issue; five minutes where the endpoint does not say
 * @param grantedScopes the scopes that the endpoint says it granted; {@code null} if it does not say
 * @param clockAhead how far this machine's clock is ahead of the endpoint's, negative where it is behind; {@code null} if the answer
 *     is not dated. To a second at best
 */
public record TokenInfo(
        @Nullable String scope,
        Duration lifetime,
        @Nullable Set<String> grantedScopes,
        @Nullable Duration clockAhead) {
    public TokenInfo {
        grantedScopes = grantedScopes == null ? null : Set.copyOf(grantedScopes);
    }

    /** Whether the endpoint says that it did not grant what was asked for. */
    public boolean isScopeMissing() {
        return scope != null && grantedScopes != null && !grantedScopes.contains(scope);
    }
}
