package dev.seatport.http.internal.resilience;

import java.time.Duration;

/** Requests sent by one call, and its deadline. Confined to the event loop. */
public final class CallProgress {
    private final long deadline;
    private int requestsSent;
    private int throttledRequests;
    private boolean lastWasThrottled;

    /**
     * @param deadline as a value of {@code Scheduler.nanoTime()}
     */
    public CallProgress(long deadline) {
        this.deadline = deadline;
    }

    /**
     * Counts a request that is sent now.
     *
     * @return number of requests sent, including this one
     */
    public int countRequest() {
        requestsSent++;
        return requestsSent;
    }

    /** Returns the number of requests sent. */
    public int requestsSent() {
        return requestsSent;
    }

    /** Records whether the last completed request got a rate-limit response. */
    public void recordThrottled(boolean throttled) {
        lastWasThrottled = throttled;
        throttledRequests += throttled ? 1 : 0;
    }

    /** Returns the number of requests that got a rate-limit response. */
    int throttledRequests() {
        return throttledRequests;
    }

    /** Returns whether the last completed request got a rate-limit response. */
    public boolean lastWasThrottled() {
        return lastWasThrottled;
    }

    /** Returns whether the call does not reach its deadline during the wait. */
    boolean canWait(Duration wait, long now) {
        return deadline - now - wait.toNanos() > 0;
    }
}
