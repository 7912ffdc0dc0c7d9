package dev.seatport.testkit.contract;

import java.time.Duration;

/** A vendor that takes requests and leaves them without an answer. Both methods wait, and are called once each. */
public interface StalledVendor {
    /**
     * Waits for a request.
     *
     * @return whether one came in time
     */
    boolean isAsked(Duration patience) throws InterruptedException;

    /**
     * Waits for whoever asked to hang up.
     *
     * @return whether the exchange was ended from there in time
     */
    boolean isLeft(Duration patience) throws InterruptedException;
}
