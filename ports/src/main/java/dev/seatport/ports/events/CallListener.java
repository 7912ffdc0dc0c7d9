package dev.seatport.ports.events;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Outbound port: is told what happens on the way to a vendor, for metrics and logs. Methods are called on the adapter's
 * threads and must neither block nor throw. Every method does nothing unless it is overridden.
 */
public interface CallListener {
    /** A watcher that looks away. */
    static CallListener none() {
        return new CallListener() {};
    }

    /**
     * A request was answered, or will not be.
     *
     * @param status the HTTP status; 0 if no answer came
     * @param failure how it failed; {@code null} if it did not
     * @param took from sending to the end of the body
     */
    default void requestFinished(
            Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {}

    /**
     * A call failed and is tried again.
     *
     * @param retry 1 for the first one
     * @param wait how long it waits first
     */
    default void retrying(Vendor vendor, String operation, int retry, Duration wait) {}

    /**
     * The vendor said that it is asked too often: nothing is sent to it for a while.
     *
     * @param wait for how long
     */
    default void throttled(Vendor vendor, String operation, Duration wait) {}

    /**
     * An answer could be read, but differs from the vendor's current documents. Told once for each operation and drift by an
     * adapter's client, at first sight; a client remembers a bounded number of drifts and tells all beyond it as one.
     */
    default void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {}

    /**
     * A drift that was told came again. Told a few times an answer at most, however many rows it is in.
     *
     * @param times in how many more places
     */
    default void driftedAgain(Vendor vendor, String operation, SchemaDrift schemaDrift, long times) {}

    /** A row came twice while the pages of a listing shifted, and was delivered once. */
    default void duplicateRowDropped(Vendor vendor, String operation) {}
}
