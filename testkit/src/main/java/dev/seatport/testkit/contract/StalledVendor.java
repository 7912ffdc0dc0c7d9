package dev.seatport.testkit.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** A vendor that accepts requests and sends no responses. The contract calls each method once, in this order. */
public interface StalledVendor {
    /**
     * Blocks until a request arrives.
     *
     * @return whether one arrived before the timeout
     */
    boolean awaitRequest(Duration timeout) throws InterruptedException;

    /**
     * Blocks until the client closes the exchange.
     *
     * @return whether the client closed it before the timeout
     */
    boolean awaitDisconnect(Duration timeout) throws InterruptedException;

    /** Waits for a condition, such as the sandbox does. */
    @FunctionalInterface
    interface ConditionWaiter {
        /**
         * Blocks until the condition is true.
         *
         * @return whether it was true before the timeout
         */
        boolean await(BooleanSupplier isTrue, Duration timeout) throws InterruptedException;
    }

    /**
     * Returns a vendor that already stalls, observed by its counters. A closed exchange closes its connection.
     *
     * @param requests number of requests received
     * @param connections number of open connections
     */
    static StalledVendor counting(ConditionWaiter condition, IntSupplier requests, IntSupplier connections) {
        int before = requests.getAsInt();
        return new StalledVendor() {
            private volatile int connectionsBefore;

            @Override
            public boolean awaitRequest(Duration timeout) throws InterruptedException {
                boolean requested = condition.await(() -> requests.getAsInt() > before, timeout);
                connectionsBefore = connections.getAsInt();
                return requested;
            }

            @Override
            public boolean awaitDisconnect(Duration timeout) throws InterruptedException {
                return condition.await(() -> connections.getAsInt() < connectionsBefore, timeout);
            }
        };
    }
}
