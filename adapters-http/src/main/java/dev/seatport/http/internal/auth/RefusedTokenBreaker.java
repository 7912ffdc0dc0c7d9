package dev.seatport.http.internal.auth;

import dev.seatport.http.spi.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts fresh tokens that an API refused in a row. After three of them, further ones would be refused too: none is fetched for a
 * minute. A token is fresh until a good response came with it. Confined to the event loop; times are monotonic nanoseconds.
 */
final class RefusedTokenBreaker {
    private static final int MOST_REFUSED = 3;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private @Nullable Secret proven;
    private @Nullable Secret counted;
    private int refused;
    private long pausedUntil;

    /** The API refused the current token; several calls may meet that. */
    void refused(Secret token, long now) {
        if (token.equals(proven) || token.equals(counted)) {
            return;
        }
        counted = token;
        refused++;
        if (refused >= MOST_REFUSED) {
            pausedUntil = now + PAUSE.toNanos();
        }
    }

    /** A good response came with a token. */
    void proven(Secret token) {
        proven = token;
        counted = null;
        refused = 0;
    }

    /** For how long no token is fetched; zero if one may be. */
    Duration pause(long now) {
        return refused < MOST_REFUSED ? Duration.ZERO : Duration.ofNanos(Math.max(0, pausedUntil - now));
    }
}
