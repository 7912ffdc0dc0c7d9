package dev.seatport.demo.wiring;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log how answers differ from the vendors' documents: each way once, however many rows it is seen in. */
final class DriftLog implements VendorWatcher {
    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.drift");

    private final Set<Sighting> seen = ConcurrentHashMap.newKeySet();

    private record Sighting(Vendor vendor, String operation, Drift drift) {}

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        if (seen.add(new Sighting(vendor, operation, drift))) {
            LOG.info("{} {}: {} is {}", vendor, operation, drift.path(), drift.what());
        }
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        LOG.info("{} {}: a row came twice and is shown once", vendor, operation);
    }
}
