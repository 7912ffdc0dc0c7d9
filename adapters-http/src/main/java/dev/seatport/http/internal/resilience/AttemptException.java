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
 * One attempt that failed, and whether another one makes sense. Its message is ours: the texts of Vert.x, Netty and the JDK hold URIs,
 * headers and input. It has no stack trace, which would only show the event loop.
 */
public final class AttemptException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What another attempt depends on. */
    public enum RetryClass {
        /** The response would be the same. */
        NEVER,
        /** It may pass. */
        TRANSIENT,
        /** It may pass, but a body that is cut again and again is cut on purpose. */
        TRUNCATED,
        /** The vendor is asked too often. */
        THROTTLED
    }

    private final RetryClass retryClass;
    private final FailureKind kind;
    private final transient UnaryOperator<VendorException.Builder> details;
    private final @Nullable Duration retryAfter;
    private final long sentAt;

    /** An attempt without a whole response. */
    public AttemptException(FailureKind kind, RetryClass retryClass, String explanation) {
        this(kind, retryClass, explanation, failure -> failure, null, 0);
    }

    /**
     * An attempt whose response is a failure.
     *
     * @param details adds to the failure what the response says
     * @param retryAfter how long the vendor asks to be left alone; {@code null} if it does not
     * @param sentAt when the request was sent, in the nanoseconds of the clockwork
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

    /** The same failure with words before its explanation. */
    public AttemptException withPrefix(String prefix) {
        return new AttemptException(kind, retryClass, prefix + explanation(), details, retryAfter, sentAt);
    }

    public RetryClass retryClass() {
        return retryClass;
    }

    public FailureKind kind() {
        return kind;
    }

    /** What happened and what to do about it. */
    public String explanation() {
        return String.valueOf(getMessage());
    }

    boolean isThrottled() {
        return retryClass == RetryClass.THROTTLED;
    }

    /** When the request was sent, in the nanoseconds of the clockwork; 0 without a response. */
    public long sentAt() {
        return sentAt;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The failure of a call that sent so many requests and sends no more. */
    public VendorException toVendorException(VendorOperation vendorOperation, int attempts) {
        return details.apply(
                        VendorException.builder(kind, vendorOperation.vendor(), vendorOperation.name(), explanation())
                                .attempts(attempts)
                                .retryAfter(retryAfter))
                .build();
    }
}
