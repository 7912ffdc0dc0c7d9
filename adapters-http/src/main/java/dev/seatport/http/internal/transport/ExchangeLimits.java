package dev.seatport.http.internal.transport;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one exchange may take.
 *
 * @param totalTimeout from sending to the end of the body
 * @param headTimeout from sending to the head of the answer
 * @param idleTimeout between two pieces of the body
 * @param maxBodyBytes of a good answer
 */
public record ExchangeLimits(Duration totalTimeout, Duration headTimeout, Duration idleTimeout, long maxBodyBytes) {
    /** An error's body is only looked at for codes. */
    static final long MAX_ERROR_BODY_BYTES = 64 * 1024;

    public ExchangeLimits {
        if (totalTimeout.isNegative() || totalTimeout.isZero()) {
            throw new IllegalArgumentException("a request timeout must be positive");
        }
        headTimeout = headTimeout.compareTo(totalTimeout) > 0 ? totalTimeout : headTimeout;
        idleTimeout = idleTimeout.compareTo(totalTimeout) > 0 ? totalTimeout : idleTimeout;
    }

    /** The same limits with another size, where there is one. */
    public ExchangeLimits forBody(OptionalLong bytes) {
        return bytes.isEmpty() ? this : new ExchangeLimits(totalTimeout, headTimeout, idleTimeout, bytes.getAsLong());
    }
}
