package dev.seatport.http.internal.resilience;

import java.time.Duration;

/** How far one call is: what it sent, and until when it may go on. Lives on one event loop. */
public final class CallProgress {
    private final long deadline;
    private int sent;
    private boolean refused;

    /**
     * A call that begins.
     *
     * @param deadline in the nanoseconds of the clockwork
     */
    public CallProgress(long deadline) {
        this.deadline = deadline;
    }

    /** A request goes out; returns how many have by now. */
    public int send() {
        sent++;
        return sent;
    }

    /** How many requests went out. */
    public int sent() {
        return sent;
    }

    /** Remembers whether the last request was refused for the rate. */
    void refusedForTheRate(boolean last) {
        refused = last;
    }

    /** Whether the last request that came to an end was refused for the rate. */
    public boolean refusedForTheRate() {
        return refused;
    }

    /** Whether the call may still be going on after that wait. */
    boolean allow(Duration wait, long now) {
        return deadline - now - wait.toNanos() > 0;
    }
}
