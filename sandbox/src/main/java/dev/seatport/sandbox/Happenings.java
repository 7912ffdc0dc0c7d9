package dev.seatport.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait until something has come about in a sandbox, without looking again and again. Thread-safe. */
final class Happenings {
    /** Something changed: whoever waits looks whether it is what it waits for. */
    synchronized void happened() {
        notifyAll();
    }

    /** Whether it came about in time. */
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
