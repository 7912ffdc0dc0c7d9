package dev.seatport.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait for a state of a sandbox without polling. Thread-safe. */
final class SandboxStateWaiter {
    /** Wakes the waiting threads, which check their conditions again. */
    synchronized void changed() {
        notifyAll();
    }

    /** Returns whether the condition held before the timeout. */
    synchronized boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            long remaining = deadline - System.nanoTime();
            if (remaining <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, remaining);
        }
        return true;
    }
}
