package dev.seatport.c3;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class RecordingWatcher implements VendorWatcher {
    private final List<String> drifts = new CopyOnWriteArrayList<>();

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        drifts.add(vendor + " " + operation + " " + drift.path() + ": " + drift.what());
    }

    List<String> drifts() {
        return List.copyOf(drifts);
    }

    void forget() {
        drifts.clear();
    }
}
