package dev.seatport.http.internal.journal;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a client's watcher is told into the log too, and how calls ended that were given up. {@code WARN} is for what somebody
 * should know, each thing once; {@code DEBUG} for what is of use while one looks for something. Nothing of a request or an answer is
 * written. Thread-safe.
 */
public final class Journal implements VendorWatcher {
    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.http.calls");

    private final VendorWatcher watcher;
    private final LongSupplier nanos;
    private boolean holding;
    private long heldUntil;

    /**
     * A journal.
     *
     * @param watcher is told all the same
     * @param nanos a monotonic clock
     */
    public Journal(VendorWatcher watcher, LongSupplier nanos) {
        this.watcher = watcher;
        this.nanos = nanos;
    }

    /** A call or a listing ended with a failure, after all tries. */
    public void ended(VendorException failure) {
        if (failure.attempts() > 0 && failure.kind() != FailureKind.CLOSED) {
            LOG.warn("given up: {} ({} requests sent)", failure.getMessage(), failure.attempts());
        }
    }

    @Override
    public void exchanged(Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        watcher.exchanged(vendor, operation, status, failure, took);
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        LOG.debug("{} {}: retry {} in {} ms", vendor, operation, retry, wait.toMillis());
        watcher.retrying(vendor, operation, retry, wait);
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        if (beginsHold(wait)) {
            LOG.warn("{} {}: asked too often; nothing is sent for {} ms", vendor, operation, wait.toMillis());
        } else {
            LOG.debug("{} {}: asked too often, as others were", vendor, operation);
        }
        watcher.throttled(vendor, operation, wait);
    }

    /** Calls that were under way when a vendor first refused one are refused too: that is one hold, not many. */
    private synchronized boolean beginsHold(Duration wait) {
        long now = nanos.getAsLong();
        long until = now + wait.toNanos();
        boolean held = holding && heldUntil - now > 0;
        heldUntil = held ? Math.max(heldUntil, until) : until;
        holding = true;
        return !held;
    }

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        LOG.warn("{} {}: differs from the documents: {} {}", vendor, operation, drift.path(), drift.what());
        watcher.drifted(vendor, operation, drift);
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        watcher.driftedAgain(vendor, operation, drift, times);
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        LOG.debug("{} {}: a row came twice and is delivered once", vendor, operation);
        watcher.rowRepeated(vendor, operation);
    }
}
