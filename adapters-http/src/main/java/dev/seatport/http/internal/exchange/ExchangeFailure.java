package dev.seatport.http.internal.exchange;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.retry.AttemptFailure.Again;
import java.io.Serial;

/**
 * An exchange that brought no whole answer. Its message is ours: what Vert.x, Netty and the JDK write into theirs (URIs,
 * headers, input) must not travel on. It has no stack trace, which would only show the event loop.
 */
public final class ExchangeFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final Again again;

    public ExchangeFailure(FailureKind kind, Again again, String explanation) {
        super(explanation, null, false, false);
        this.kind = kind;
        this.again = again;
    }

    /** Whether another attempt makes sense. */
    public Again again() {
        return again;
    }

    public FailureKind kind() {
        return kind;
    }

    /** What happened and what to do about it. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
