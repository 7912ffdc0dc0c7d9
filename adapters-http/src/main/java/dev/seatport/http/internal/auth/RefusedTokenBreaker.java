package dev.seatport.http.internal.auth;

import dev.seatport.http.spi.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts fresh tokens that an API refused in a row. After three of them, further ones would be refused too: none is fetched for a
 * minute. A token is fresh until a good response came with it. Confined to the event loop; times are monotonic nanoseconds.
 */
final class RefusedTokenBreaker {
    private static final int MAX_REFUSED_TOKENS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private @Nullable Secret acceptedToken;
    private @Nullable Secret lastRefusedToken;
    private int refused;
    private long pausedUntil;

    /** The API refused the current token; several calls may meet that. */
    void refused(Secret token, long now) {
        if (token.equals(acceptedToken) || token.equals(lastRefusedToken)) {
            return;
        }
        lastRefusedToken = token;
        refused++;
        if (refused >= MAX_REFUSED_TOKENS) {
            pausedUntil = now + PAUSE.toNanos();
        }
    }

    /** A good response came with a token. */
    void acceptedToken(Secret token) {
        acceptedToken = token;
        lastRefusedToken = null;
        refused = 0;
    }

    /** For how long no token is fetched; zero if one may be. */
    Duration remainingPause(long now) {
        return refused < MAX_REFUSED_TOKENS ? Duration.ZERO : Duration.ofNanos(Math.max(0, pausedUntil - now));
    }
}
