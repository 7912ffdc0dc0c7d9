package dev.seatport.http.internal.auth;

import dev.seatport.http.Secret;
import java.time.Instant;

/**
 * An access token.
 *
 * @param value what is sent as the bearer
 * @param renewAt from when on another one is fetched, a while before this one dies
 */
record Token(Secret value, Instant renewAt) {}
