package dev.seatport.http.internal.retry;

import dev.seatport.ports.failure.VendorException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One attempt that failed: how it would be told, and whether another one makes sense. */
public final class AttemptFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What another attempt depends on. */
    public enum Again {
        /** The answer would be the same. */
        NEVER,
        /** It may pass. */
        TRANSIENT,
        /** It may pass, but a body that is cut again and again is cut on purpose. */
        TRUNCATED,
        /** The vendor is asked too often. */
        THROTTLED;

        /** What an HTTP status that is no success says about asking again. */
        public static Again afterStatus(int status) {
            return switch (status) {
                case 429 -> THROTTLED;
                case 408, 425, 500, 502, 503, 504 -> TRANSIENT;
                default -> NEVER;
            };
        }
    }

    private final Again again;
    private final transient IntFunction<VendorException> told;
    private final @Nullable Duration retryAfter;
    private final long sentAt;

    /**
     * A failed attempt.
     *
     * @param told how the failure is told after so many attempts
     * @param retryAfter how long the vendor asks to be left alone; {@code null} if it does not
     * @param sentAt when it was sent, in the nanoseconds of the clockwork
     */
    public AttemptFailure(Again again, IntFunction<VendorException> told, @Nullable Duration retryAfter, long sentAt) {
        super(again.name(), null, false, false);
        this.again = again;
        this.told = told;
        this.retryAfter = retryAfter;
        this.sentAt = sentAt;
    }

    Again again() {
        return again;
    }

    boolean throttled() {
        return again == Again.THROTTLED;
    }

    VendorException told(int attempts) {
        return told.apply(attempts);
    }

    long sentAt() {
        return sentAt;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
