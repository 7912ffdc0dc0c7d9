package dev.seatport.http.internal.resilience;

import io.smallrye.mutiny.Uni;
import java.io.Serial;

/**
 * Signal of a call that waits for the end of a pause of its audience. {@link Bulkhead} takes its permit back, and runs the call again
 * after the pause. Never leaves the client.
 */
public final class PausedCallException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Uni<Void> pause;

    PausedCallException(Uni<Void> pause) {
        super("paused", null, false, false);
        this.pause = pause;
    }

    /** Completes after the pause. */
    Uni<Void> pause() {
        return pause;
    }
}
