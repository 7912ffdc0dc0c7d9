package dev.seatport.demo.wiring;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log what a person would want to know of the way to the vendors: retries and throttling, and how answers differ from
 * the vendors' documents, each way once, however many rows it is seen in.
 */
final class CallLog implements VendorWatcher {
    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.calls");

    private final Set<Sighting> seen = ConcurrentHashMap.newKeySet();

    private record Sighting(Vendor vendor, String operation, Drift drift) {}

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        if (seen.add(new Sighting(vendor, operation, drift))) {
            LOG.info("{} {}: {} is {}", vendor, operation, drift.path(), drift.what());
        }
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        LOG.info("{} {}: retry {} in {} ms", vendor, operation, retry, wait.toMillis());
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        LOG.info("{} {}: asked too often; nothing is sent for {} ms", vendor, operation, wait.toMillis());
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        LOG.info("{} {}: a row came twice and is shown once", vendor, operation);
    }
}
