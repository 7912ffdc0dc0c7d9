package dev.seatport.ports.events;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Outbound port: listener for the requests to a vendor, for metrics and logs. Adapters call the methods on their own
 * threads. A method must not block and must not throw. The default methods do nothing.
 */
public interface CallListener {
    /** Returns a listener that ignores all events. */
    static CallListener none() {
        return new CallListener() {};
    }

    /**
     * Called when a request ended, with a response or without one.
     *
     * @param operation Seatport's name of the operation, such as {@code tenant-seats}
     * @param status the HTTP status; 0 if no response arrived
     * @param failure the failure; {@code null} if the request succeeded
     * @param took the time from sending the request to the end of the response body
     */
    default void requestFinished(
            Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {}

    /**
     * Called when a call failed and a retry is scheduled.
     *
     * @param retry the number of the retry, from 1
     * @param wait the backoff before the retry
     */
    default void retrying(Vendor vendor, String operation, int retry, Duration wait) {}

    /**
     * Called when the vendor rejected a request as over its rate limit. The adapter then pauses all requests to the vendor, or
     * those for one audience.
     *
     * @param wait the length of the pause
     */
    default void throttled(Vendor vendor, String operation, Duration wait) {}

    /**
     * Called when a response was decoded but differs from the vendor's current documents. A client reports each drift of an
     * operation once. It remembers a bounded number of drifts, and reports all further ones as one.
     */
    default void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {}

    /**
     * Called when a reported drift occurred again. A client calls this a few times a response at most, not once a row.
     *
     * @param times the number of further occurrences
     */
    default void driftedAgain(Vendor vendor, String operation, SchemaDrift schemaDrift, long times) {}

    /** Called when a row arrived twice because the pages of a listing shifted. The adapter delivers it once. */
    default void duplicateRowDropped(Vendor vendor, String operation) {}
}
