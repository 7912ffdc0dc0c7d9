package dev.seatport.http.internal.scheduling;

import java.time.Duration;

/** Monotonic clock and timers of one event loop. Confined to the event loop. */
public interface Scheduler {
    /** Returns nanoseconds since an arbitrary origin, like {@link System#nanoTime}. */
    long nanoTime();

    /** Runs {@code task} on the event loop after a delay, unless it is cancelled before. */
    ScheduledTask schedule(Duration delay, Runnable task);

    /**
     * Returns a timeout of one length for many tasks, most of which are cancelled.
     *
     * @param timeout one of the few lengths that a client is configured with; a queue is kept for each length
     */
    default FixedTimeout fixedTimeout(Duration timeout) {
        return task -> schedule(timeout, task);
    }

    @FunctionalInterface
    interface ScheduledTask {
        /** Cancels the task. Has no effect after the task ran. */
        void cancel();
    }

    @FunctionalInterface
    interface FixedTimeout {
        /** Runs {@code task} on the event loop at the timeout, unless it is cancelled before. */
        ScheduledTask schedule(Runnable task);
    }
}
