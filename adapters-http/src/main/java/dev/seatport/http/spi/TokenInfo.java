package dev.seatport.http.spi;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's token endpoint said beside the token, which stays inside.
 *
 * @param scope the scope that was asked for; {@code null} where the vendor's tokens carry all
 * @param life how long the token lives from its issue; five minutes where the endpoint does not say
 * @param granted the scopes that the endpoint says it granted; {@code null} if it does not say
 * @param clockAhead how far this machine's clock is ahead of the endpoint's, negative where it is behind; {@code null} if the answer
 *     is not dated. To a second at best
 */
public record TokenInfo(
        @Nullable String scope,
        Duration life,
        @Nullable Set<String> granted,
        @Nullable Duration clockAhead) {
    public TokenInfo {
        granted = granted == null ? null : Set.copyOf(granted);
    }

    /** Whether the endpoint says that it did not grant what was asked for. */
    public boolean refusedSilently() {
        return scope != null && granted != null && !granted.contains(scope);
    }
}
