package dev.seatport.avepoint;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what it is told. */
final class RecordingWatcher implements VendorWatcher {
    private final List<String> drifts = new CopyOnWriteArrayList<>();
    private final AtomicLong again = new AtomicLong();
    private final AtomicInteger repeated = new AtomicInteger();

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        drifts.add(vendor + " " + operation + " " + drift.path() + ": " + drift.what());
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        again.addAndGet(times);
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        repeated.incrementAndGet();
    }

    List<String> drifts() {
        return List.copyOf(drifts);
    }

    /** In how many more places drift was than it was told. */
    long again() {
        return again.get();
    }

    int repeated() {
        return repeated.get();
    }

    void forget() {
        drifts.clear();
        again.set(0);
        repeated.set(0);
    }
}
