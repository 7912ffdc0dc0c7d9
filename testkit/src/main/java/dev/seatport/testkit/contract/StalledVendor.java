package dev.seatport.testkit.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** A vendor that takes requests and leaves them without an answer. Both methods wait, and are called once each. */
public interface StalledVendor {
    /**
     * Waits for a request.
     *
     * @return whether one came in time
     */
    boolean awaitRequest(Duration timeout) throws InterruptedException;

    /**
     * Waits for whoever asked to hang up.
     *
     * @return whether the exchange was ended from there in time
     */
    boolean awaitDisconnect(Duration timeout) throws InterruptedException;

    /** Waits for a condition, as the sandbox does. */
    @FunctionalInterface
    interface Condition {
        /**
         * Waits until the condition is true.
         *
         * @return whether it was true in time
         */
        boolean await(BooleanSupplier isTrue, Duration timeout) throws InterruptedException;
    }

    /**
     * Returns a vendor that stalls already and is known by its counters: an exchange that was ended took its connection along.
     *
     * @param requests how many requests have arrived
     * @param connections how many connections are open
     */
    static StalledVendor counting(Condition condition, IntSupplier requests, IntSupplier connections) {
        int before = requests.getAsInt();
        return new StalledVendor() {
            private volatile int connectionsWhileAsked;

            @Override
            public boolean awaitRequest(Duration timeout) throws InterruptedException {
                boolean asked = condition.await(() -> requests.getAsInt() > before, timeout);
                connectionsWhileAsked = connections.getAsInt();
                return asked;
            }

            @Override
            public boolean awaitDisconnect(Duration timeout) throws InterruptedException {
                return condition.await(() -> connections.getAsInt() < connectionsWhileAsked, timeout);
            }
        };
    }
}
