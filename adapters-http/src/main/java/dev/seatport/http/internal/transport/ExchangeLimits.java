package dev.seatport.http.internal.transport;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one exchange may take.
 *
 * @param total from sending to the end of the body
 * @param head from sending to the head of the answer
 * @param idle between two pieces of the body
 * @param bodyBytes of a good answer
 */
public record ExchangeLimits(Duration total, Duration head, Duration idle, long bodyBytes) {
    /** An error's body is only looked at for codes. */
    static final long ERROR_BODY_BYTES = 64 * 1024;

    public ExchangeLimits {
        if (total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("a request timeout must be positive");
        }
        head = head.compareTo(total) > 0 ? total : head;
        idle = idle.compareTo(total) > 0 ? total : idle;
    }

    /** The same limits with another size, where there is one. */
    public ExchangeLimits forBody(OptionalLong bytes) {
        return bytes.isEmpty() ? this : new ExchangeLimits(total, head, idle, bytes.getAsLong());
    }
}
