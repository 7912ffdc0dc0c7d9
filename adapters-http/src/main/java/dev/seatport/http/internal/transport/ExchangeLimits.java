package dev.seatport.http.internal.transport;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Limits of one exchange.
 *
 * @param totalTimeout from sending to the end of the body
 * @param headTimeout from sending to the head of the response
 * @param idleTimeout between two chunks of the body
 * @param maxBodyBytes for a successful response
 */
public record ExchangeLimits(Duration totalTimeout, Duration headTimeout, Duration idleTimeout, long maxBodyBytes) {
    /** The body of an error is only searched for codes. */
    static final long MAX_ERROR_BODY_BYTES = 64 * 1024;

    public ExchangeLimits {
        if (totalTimeout.isNegative() || totalTimeout.isZero()) {
            throw new IllegalArgumentException("a request timeout must be positive");
        }
        headTimeout = headTimeout.compareTo(totalTimeout) > 0 ? totalTimeout : headTimeout;
        idleTimeout = idleTimeout.compareTo(totalTimeout) > 0 ? totalTimeout : idleTimeout;
    }

    /** Returns the same limits, with another body size if one is given. */
    public ExchangeLimits forBody(OptionalLong bytes) {
        return bytes.isEmpty() ? this : new ExchangeLimits(totalTimeout, headTimeout, idleTimeout, bytes.getAsLong());
    }
}
