package dev.seatport.http.internal.auth;

import dev.seatport.http.Secret;
import java.time.Duration;

/**
 * An access token, as it was given out.
 *
 * @param value what is sent as the bearer
 * @param life how long it lives from then on
 */
record Token(Secret value, Duration life) {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);
    private static final int MARGIN_SHARE = 10;

    /** How long before its end another one is fetched: a tenth of its life, at most five minutes. */
    Duration margin() {
        Duration share = life.dividedBy(MARGIN_SHARE);
        return share.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : share;
    }
}
