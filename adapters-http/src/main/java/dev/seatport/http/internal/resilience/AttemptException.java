package dev.seatport.http.internal.resilience;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Failure of one attempt of a call, and whether a retry makes sense.
 *
 * <p>The explanation is written in this module, because messages of Vert.x, Netty and the JDK contain URIs, headers and input. There is
 * no stack trace; it would show only the event loop.
 */
public final class AttemptException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Decides whether and when an attempt is retried. */
    public enum RetryClass {
        /** Another attempt would get the same response. */
        NEVER,
        /** The failure may be temporary. */
        TRANSIENT,
        /** The body was truncated. May be temporary, but a body that is truncated repeatedly is truncated on purpose. */
        TRUNCATED,
        /** The vendor sent a rate-limit response, such as HTTP 429. */
        THROTTLED
    }

    private final RetryClass retryClass;
    private final FailureKind kind;
    private final transient UnaryOperator<VendorException.Builder> details;
    private final @Nullable Duration retryAfter;
    private final long sentAt;

    /** Failure of an attempt without a complete response. */
    public AttemptException(FailureKind kind, RetryClass retryClass, String explanation) {
        this(kind, retryClass, explanation, failure -> failure, null, 0);
    }

    /**
     * Failure of an attempt with a complete response.
     *
     * @param details adds the details of the response to the failure of the call
     * @param retryAfter wait that the vendor requested; {@code null} if none
     * @param sentAt time at which the request was sent, as a value of {@code Scheduler.nanoTime()}
     */
    public AttemptException(
            FailureKind kind,
            RetryClass retryClass,
            String explanation,
            UnaryOperator<VendorException.Builder> details,
            @Nullable Duration retryAfter,
            long sentAt) {
        super(explanation, null, false, false);
        this.retryClass = retryClass;
        this.kind = kind;
        this.details = details;
        this.retryAfter = retryAfter;
        this.sentAt = sentAt;
    }

    /** Returns the same failure with a prefix of its explanation. */
    public AttemptException withPrefix(String prefix) {
        return new AttemptException(kind, retryClass, prefix + explanation(), details, retryAfter, sentAt);
    }

    public RetryClass retryClass() {
        return retryClass;
    }

    public FailureKind kind() {
        return kind;
    }

    /** Returns what happened and what to do. */
    public String explanation() {
        return String.valueOf(getMessage());
    }

    /** Returns whether the vendor sent a rate-limit response. */
    public boolean isThrottled() {
        return retryClass == RetryClass.THROTTLED;
    }

    /** Returns the time at which the request was sent, as a value of {@code Scheduler.nanoTime()}; 0 without a response. */
    public long sentAt() {
        return sentAt;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Converts this to the failure of a call that is not retried.
     *
     * @param attempts number of requests sent
     */
    public VendorException toVendorException(VendorOperation vendorOperation, int attempts) {
        return details.apply(vendorOperation
                        .failure(kind, explanation())
                        .attempts(attempts)
                        .retryAfter(retryAfter))
                .build();
    }
}
