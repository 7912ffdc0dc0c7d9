package dev.seatport.http.internal.scheduling;

import java.time.Duration;

/** What waits are measured and made with. Not the time of day, which can jump. Used on one event loop. */
public interface Scheduler {
    /** Nanoseconds since some moment; only differences mean anything. */
    long nanoTime();

    /** Runs {@code task} on the event loop after a while, unless it is called off before. */
    ScheduledTask schedule(Duration delay, Runnable task);

    /**
     * The same wait for many tasks of which hardly any is ever due. For the few waits that a client is set up with: each is
     * remembered.
     */
    default FixedTimeout fixedTimeout(Duration timeout) {
        return task -> schedule(timeout, task);
    }

    /** A task that waits for its time. */
    @FunctionalInterface
    interface ScheduledTask {
        /** Calls the task off; does nothing if it ran already. */
        void cancel();
    }

    /** How long each of several tasks waits. */
    @FunctionalInterface
    interface FixedTimeout {
        /** Runs {@code task} on the event loop when that time is up, unless it is called off before. */
        ScheduledTask schedule(Runnable task);
    }
}
