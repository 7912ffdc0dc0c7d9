package dev.seatport.sandbox.oauth;

import dev.seatport.sandbox.exchange.Twist;
import java.time.Instant;
import java.util.Set;

/**
 * What a token allows.
 *
 * @param scopes the scopes that were granted; empty where a vendor knows none
 * @param end the first instant at which the token is no longer good
 * @param callsLeft how many calls it is still good for; {@link Twist#UNLIMITED} where only time counts
 */
public record Grant(Set<String> scopes, Instant end, int callsLeft) {
    /** Copies the scopes. */
    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** What is left after one call more. */
    Grant used() {
        return callsLeft == Twist.UNLIMITED ? this : new Grant(scopes, end, callsLeft - 1);
    }

    /** Whether it is good for a call now. */
    boolean isGood(Instant now) {
        return callsLeft > 0 && now.isBefore(end);
    }
}
