package dev.seatport.http.internal.auth;

import dev.seatport.http.spi.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Circuit breaker for fresh tokens that the API refuses. After three in a row, no token is fetched for one minute, because the API
 * would refuse it as well. A token is fresh until a successful response came with it.
 *
 * <p>Confined to the event loop; times are monotonic nanoseconds.
 */
final class RefusedTokenBreaker {
    private static final int MAX_REFUSED_TOKENS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private @Nullable Secret acceptedToken;
    private @Nullable Secret lastRefusedToken;
    private int refusedTokens;
    private long pausedUntil;

    /** Counts the refusal of the current token once, though several calls may report it. */
    void onRefused(Secret token, long now) {
        if (token.equals(acceptedToken) || token.equals(lastRefusedToken)) {
            return;
        }
        lastRefusedToken = token;
        refusedTokens++;
        if (refusedTokens >= MAX_REFUSED_TOKENS) {
            pausedUntil = now + PAUSE.toNanos();
        }
    }

    /** Resets the breaker after a successful response. */
    void onAccepted(Secret token) {
        acceptedToken = token;
        lastRefusedToken = null;
        refusedTokens = 0;
    }

    /** Returns how long no token is fetched; zero if one may be. */
    Duration remainingPause(long now) {
        return refusedTokens < MAX_REFUSED_TOKENS ? Duration.ZERO : Duration.ofNanos(Math.max(0, pausedUntil - now));
    }
}
