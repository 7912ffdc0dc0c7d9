package dev.seatport.http.internal.resilience;

import java.time.Duration;

/** How far one call is: what it sent, and until when it may go on. Lives on one event loop. */
public final class CallProgress {
    private final long deadline;
    private int requestsSent;
    private boolean lastWasThrottled;

    /**
     * A call that begins.
     *
     * @param deadline in the nanoseconds of the clockwork
     */
    public CallProgress(long deadline) {
        this.deadline = deadline;
    }

    /** A request goes out; returns how many have by now. */
    public int countRequest() {
        requestsSent++;
        return requestsSent;
    }

    /** How many requests went out. */
    public int requestsSent() {
        return requestsSent;
    }

    /** Remembers whether the last request was refused for the rate. */
    void recordThrottled(boolean throttled) {
        lastWasThrottled = throttled;
    }

    /** Whether the last request that came to an end was refused for the rate. */
    public boolean lastWasThrottled() {
        return lastWasThrottled;
    }

    /** Whether the call may still be going on after that wait. */
    boolean canWait(Duration wait, long now) {
        return deadline - now - wait.toNanos() > 0;
    }
}
