package dev.seatport.http.internal.auth;

import dev.seatport.http.Secret;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token, as it was given out.
 *
 * @param value what is sent as the bearer
 * @param life how long it lives from then on
 * @param scopes what the endpoint says it granted; {@code null} if it does not say
 * @param clockAhead how far our clock is ahead of the endpoint's; {@code null} if it did not date its answer
 */
record Token(
        Secret value,
        Duration life,
        @Nullable Set<String> scopes,
        @Nullable Duration clockAhead) {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);
    /** A token that lives longer is renewed all the same: permissions that were taken away are noticed within that time. */
    private static final Duration LONGEST_USE = Duration.ofHours(24);

    private static final int MARGIN_SHARE = 10;

    /** The same, compared with our clock. */
    Token seen(@Nullable Duration ahead) {
        return new Token(value, life, scopes, ahead);
    }

    /** How long after its issue it is due to be replaced: at its end, and after a day at most. */
    Duration use() {
        return life.compareTo(LONGEST_USE) > 0 ? LONGEST_USE : life;
    }

    /** How long before that another one is fetched: a tenth of its life, at most five minutes. */
    Duration margin() {
        Duration share = life.dividedBy(MARGIN_SHARE);
        return share.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : share;
    }
}
