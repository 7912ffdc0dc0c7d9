package dev.seatport.http.internal.call;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps what rows drifted in until it is known whether their answer is good. */
final class DriftNotes implements VendorWatcher {
    private @Nullable Map<Drift, Long> places;

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        driftedAgain(vendor, operation, drift, 1);
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        if (places == null) {
            places = new LinkedHashMap<>();
        }
        places.merge(drift, times, Long::sum);
    }

    void forEach(ObjLongConsumer<Drift> taker) {
        if (places != null) {
            places.forEach(taker::accept);
        }
    }

    void forget() {
        places = null;
    }
}
