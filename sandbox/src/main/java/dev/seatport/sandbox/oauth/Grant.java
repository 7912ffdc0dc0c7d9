package dev.seatport.sandbox.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * What a token allows.
 *
 * @param scopes the scopes that were granted; empty where a vendor knows none
 * @param end the first instant at which the token is no longer good
 */
public record Grant(Set<String> scopes, Instant end) {
    /** Copies the scopes. */
    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
