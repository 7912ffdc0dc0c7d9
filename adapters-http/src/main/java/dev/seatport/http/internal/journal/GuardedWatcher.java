package dev.seatport.http.internal.journal;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody else's watcher, who must not throw and may all the same: that is no reason to fail a call, or to leave it without an end.
 * The first time is logged, by the class of what was thrown; its text may say anything.
 */
public final class GuardedWatcher implements VendorWatcher {
    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.http.watcher");

    private final VendorWatcher watcher;
    private final AtomicBoolean told = new AtomicBoolean();

    public GuardedWatcher(VendorWatcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void exchanged(Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        guard(() -> watcher.exchanged(vendor, operation, status, failure, took));
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        guard(() -> watcher.retrying(vendor, operation, retry, wait));
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        guard(() -> watcher.throttled(vendor, operation, wait));
    }

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        guard(() -> watcher.drifted(vendor, operation, drift));
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        guard(() -> watcher.driftedAgain(vendor, operation, drift, times));
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        guard(() -> watcher.rowRepeated(vendor, operation));
    }

    private void guard(Runnable telling) {
        try {
            telling.run();
        } catch (Throwable thrown) {
            if (told.compareAndSet(false, true)) {
                LOG.warn(
                        "a watcher threw {}; calls go on, and this is not said again",
                        thrown.getClass().getName());
            }
        }
    }
}
