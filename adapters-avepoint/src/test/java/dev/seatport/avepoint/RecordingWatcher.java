package dev.seatport.avepoint;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is told. */
final class RecordingWatcher implements VendorWatcher {
    private final List<String> drifts = new CopyOnWriteArrayList<>();
    private final AtomicInteger repeated = new AtomicInteger();

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        drifts.add(vendor + " " + operation + " " + drift.path() + ": " + drift.what());
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        repeated.incrementAndGet();
    }

    List<String> drifts() {
        return List.copyOf(drifts);
    }

    int repeated() {
        return repeated.get();
    }

    void forget() {
        drifts.clear();
        repeated.set(0);
    }
}
