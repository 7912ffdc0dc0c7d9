package dev.seatport.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait for a state of a sandbox, without polling. Thread-safe. */
final class StateMonitor {
    /** Wakes the waiting threads, which look whether their condition is true now. */
    synchronized void changed() {
        notifyAll();
    }

    /** Returns whether the condition was true in time. */
    synchronized boolean await(BooleanSupplier what, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!what.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
